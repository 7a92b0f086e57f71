"""The search by name finds nobody who is hidden from the one who searches."""

from django.db import migrations

from ketnoi.foundation.guard import RunFile
from ketnoi.people.models import OWN


class Migration(migrations.Migration):
    dependencies = [("foundation", "0008_hidden"), ("people", "0007_find_by_fifty")]

    operations = [RunFile("search.sql", visible=OWN.policies()["SELECT"])]
