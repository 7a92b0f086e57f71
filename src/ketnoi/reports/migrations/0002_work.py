"""How many of the women asked after a year work, kept with the other numbers of the board."""

from django.db import migrations, models

from ketnoi.foundation.guard.operations import AlsoChangeable


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="reading",
            name="answered",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="reading",
            name="in_work",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="reading",
            name="to_ask",
            field=models.PositiveIntegerField(default=0),
        ),
        AlsoChangeable("reading", "to_ask", "answered", "in_work"),
    ]
