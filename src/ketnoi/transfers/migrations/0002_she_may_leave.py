"""Whoever is in a shelter may change rooms and leave it when her file went to another province."""

from django.db import migrations

from ketnoi.foundation.guard import RunFile


class Migration(migrations.Migration):
    dependencies = [("transfers", "0001_initial")]

    operations = [RunFile("moved.sql")]
