"""Stays that were there before beds were counted: each gets a code, and its bed is taken."""

from django.db import migrations, models
from django.db.models import Count, Max

import ketnoi.protection.models
from ketnoi.foundation.clock import ZONE


def count(apps, editor):
    """Name every stay; count those that go on. How many places there are, only the shelter knows."""
    stays, beds = (
        apps.get_model("protection", name).objects.using(editor.connection.alias)
        for name in ("ShelterStay", "Beds")
    )
    for stay in stays.select_related("case").iterator():
        stay.code, stay.file_code = ketnoi.protection.models.fresh_code(), stay.case.code
        if stay.house_rules_read:
            stay.rules_heard_on = stay.admitted_at.astimezone(ZONE).date()
        stay.save(update_fields=["code", "file_code", "rules_heard_on"])
    running = stays.filter(left_at=None).order_by().values("agency_id", "unit")
    for each in running.annotate(taken=Count("pk"), changed_at=Max("admitted_at")):
        beds.create(**each)


def forget(apps, editor):
    """Back to stays without beds."""
    beds = apps.get_model("protection", "Beds").objects.using(editor.connection.alias)
    beds.all().delete()
    stays = apps.get_model("protection", "ShelterStay").objects.using(editor.connection.alias)
    stays.exclude(rules_heard_on=None).update(house_rules_read=True)


class Migration(migrations.Migration):
    dependencies = [("protection", "0002_beds")]

    operations = [
        migrations.RunPython(count, forget),
        migrations.RemoveField(model_name="shelterstay", name="house_rules_read"),
        migrations.AlterField(
            model_name="shelterstay",
            name="code",
            field=models.CharField(
                default=ketnoi.protection.models.fresh_code,
                max_length=16,
                unique=True,
                verbose_name="mã lần tạm lánh",
            ),
        ),
    ]
