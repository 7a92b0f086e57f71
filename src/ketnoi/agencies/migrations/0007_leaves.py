"""Days on which somebody is away, and who stands in for her."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from ketnoi.foundation.guard import Changeable


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0006_programs"),
    ]

    operations = [
        migrations.CreateModel(
            name="Leave",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("since", models.DateField(verbose_name="từ ngày")),
                ("until", models.DateField(verbose_name="đến hết ngày")),
                ("noted_at", models.DateTimeField(verbose_name="ghi lúc")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="về sớm lúc")),
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
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="leaves",
                        to="agencies.member",
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "substitute",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stands_in",
                        to="agencies.member",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        Changeable("leave", "ended_at", "ended_by_id"),
    ]
