"""What was told long ago is forgotten by the system."""

from django.db import migrations

from ketnoi.foundation.guard import GuardRows
from ketnoi.vigilance.models import HandOver, Sighting, Tip


class Migration(migrations.Migration):
    dependencies = [("vigilance", "0001_initial")]

    operations = [
        GuardRows("tip", Tip.guarded),
        GuardRows("sighting", Sighting.guarded),
        GuardRows("handover", HandOver.guarded),
    ]
