"""A guest reaches what waits in the one request her link leads to."""

from django.db import migrations

from ketnoi.cases.models import Task
from ketnoi.foundation.guard import GuardRows


class Migration(migrations.Migration):
    dependencies = [("cases", "0011_handed"), ("foundation", "0007_guests")]

    operations = [GuardRows("task", Task.guarded)]
