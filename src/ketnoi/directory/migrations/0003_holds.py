"""Places that are kept for an agency for some hours."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from ketnoi.foundation.guard import Changeable


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0007_leaves"),
        ("directory", "0002_capacity"),
    ]

    operations = [
        migrations.CreateModel(
            name="Hold",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("since", models.DateTimeField(verbose_name="từ")),
                ("until", models.DateTimeField(verbose_name="đến")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="thôi giữ lúc")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="holds",
                        to="directory.service",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["service", "until"], name="hold_of_service")],
            },
        ),
        Changeable("hold", "ended_at", "ended_by_id"),
    ]
