"""What waits may be handed to another officer of the same agency."""

from django.db import migrations

from ketnoi.foundation.guard import AlsoChangeable


class Migration(migrations.Migration):
    dependencies = [("cases", "0010_counted_by_door")]

    operations = [AlsoChangeable("task", "member_id")]
