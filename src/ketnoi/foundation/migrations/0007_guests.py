"""The database knows by which link a guest came."""

from django.db import migrations

from ketnoi.foundation.guard import RunFile


class Migration(migrations.Migration):
    dependencies = [("foundation", "0006_told_keeps_its_plan")]

    operations = [RunFile("base.sql"), RunFile("trail.sql")]
