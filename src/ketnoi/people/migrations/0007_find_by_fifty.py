"""Names are looked for fifty tags at a time."""

from django.db import migrations

from ketnoi.foundation.guard import RunFile
from ketnoi.people.models import OWN


class Migration(migrations.Migration):
    dependencies = [("people", "0006_documents")]

    operations = [RunFile("search.sql", visible=OWN.policies()["SELECT"])]
