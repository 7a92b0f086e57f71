import uuid

import django.db.models.deletion
from django.db import migrations, models

from ketnoi.foundation.guard import Changeable, GuardRows
from ketnoi.reports.models import Reading

COUNTED = ("at", "sent", "due", "in_time", "median_days", "lost")
WAITING = ("forgotten", "without_deadline", "waiting", "more")


class Migration(migrations.Migration):
    initial = True

    dependencies = [("agencies", "0002_links")]

    operations = [
        migrations.CreateModel(
            name="Reading",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("at", models.DateTimeField()),
                ("sent", models.PositiveIntegerField()),
                ("due", models.PositiveIntegerField()),
                ("in_time", models.PositiveIntegerField()),
                ("median_days", models.FloatField(null=True)),
                ("lost", models.PositiveIntegerField()),
                ("forgotten", models.PositiveIntegerField()),
                ("without_deadline", models.PositiveIntegerField()),
                ("waiting", models.JSONField(default=list)),
                ("more", models.PositiveIntegerField()),
                (
                    "member",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
            ],
        ),
        GuardRows("reading", Reading.guarded),
        Changeable("reading", *COUNTED, *WAITING),
    ]
