"""Coordinators are told again while a late task waits."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reminding", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="reminder",
            name="turn",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.RemoveConstraint(model_name="reminder", name="a_word_is_said_once"),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=models.UniqueConstraint(
                fields=("task", "word", "turn"), name="a_word_is_said_once_a_turn"
            ),
        ),
    ]
