"""Seals of the trail."""

from django.db import migrations

from ketnoi.foundation.guard import RunFile


class Migration(migrations.Migration):
    dependencies = [("foundation", "0003_signed_context")]

    operations = [RunFile("seals.sql")]
