"""The places of a shelter follow from its beds; a shelter keeps a place in a part of the house."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("directory", "0003_holds")]

    operations = [
        migrations.AddField(
            model_name="capacity",
            name="counted",
            field=models.BooleanField(default=False, verbose_name="theo sổ chỗ"),
        ),
        migrations.AddField(
            model_name="hold",
            name="unit",
            field=models.CharField(blank=True, max_length=20, verbose_name="phòng"),
        ),
    ]
