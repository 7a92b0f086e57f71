from django.db import migrations

from ketnoi.foundation.guard import RunFile
from ketnoi.people.models import OWN


class Migration(migrations.Migration):
    dependencies = [("people", "0002_erasing")]

    operations = [RunFile("search.sql", visible=OWN.policies()["SELECT"])]
