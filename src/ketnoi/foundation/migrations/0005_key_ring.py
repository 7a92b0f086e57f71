"""Which generation of each class of keys is in use."""

from django.db import migrations

from ketnoi.foundation.guard import RunFile


class Migration(migrations.Migration):
    dependencies = [("foundation", "0004_seals")]

    operations = [RunFile("keys.sql"), RunFile("base.sql")]
