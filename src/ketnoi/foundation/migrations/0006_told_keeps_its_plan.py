"""Who acts is asked by every query: the function keeps its plan. Doors are one view."""

from django.db import migrations

from ketnoi.foundation.guard import RunFile


class Migration(migrations.Migration):
    dependencies = [("foundation", "0005_key_ring")]

    operations = [RunFile("base.sql")]
