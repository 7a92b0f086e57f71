"""Addresses from which calendars read when something is due."""

import django.db.models.deletion
from django.db import migrations, models

from ketnoi.foundation.guard import Changeable


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0007_leaves"),
        ("reminding", "0002_turns"),
    ]

    operations = [
        migrations.CreateModel(
            name="Feed",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("made_at", models.DateTimeField(verbose_name="lập lúc")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="thôi lúc")),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("member",),
                        name="one_feed_of_a_member",
                    )
                ],
            },
        ),
        Changeable("feed", "ended_at"),
    ]
