"""A program is blocked with whoever let it in."""

from django.db import migrations

from ketnoi.foundation.guard import RunFile


class Migration(migrations.Migration):
    dependencies = [("blocking", "0001_initial"), ("agencies", "0008_told")]

    operations = [RunFile("hiding.sql")]
