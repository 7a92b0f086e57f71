import uuid

import django.db.models.deletion
from django.db import migrations, models

from ketnoi.foundation.guard import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("directory", "0001_initial"), ("agencies", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Capacity",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("places", models.PositiveSmallIntegerField(verbose_name="số chỗ")),
                ("taken", models.PositiveSmallIntegerField(verbose_name="đã có người")),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="capacities",
                        to="directory.service",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="capacity",
            index=models.Index(fields=["service", "-at"], name="capacity_of_service"),
        ),
        migrations.AddConstraint(
            model_name="capacity",
            constraint=models.CheckConstraint(
                condition=models.Q(("taken__lte", models.F("places"))),
                name="no_more_taken_than_there_are",
            ),
        ),
        AppendOnly("capacity"),
    ]
