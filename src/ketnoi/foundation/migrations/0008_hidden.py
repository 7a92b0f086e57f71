"""What is hidden from whoever acts is one question, which policies and the trail ask."""

from django.db import migrations

from ketnoi.foundation.guard import RunFile


class Migration(migrations.Migration):
    dependencies = [("foundation", "0007_guests")]

    operations = [RunFile("base.sql"), RunFile("trail.sql")]
