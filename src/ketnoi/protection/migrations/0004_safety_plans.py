"""Safety plans, in her words."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import ketnoi.foundation.crypto.documents
from ketnoi.foundation.guard import AppendOnly, GuardRows, SameHolder
from ketnoi.protection.models import SafetyPlan


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0010_bells"),
        ("cases", "0014_waits"),
        ("protection", "0003_stays_that_were_there"),
    ]

    operations = [
        migrations.CreateModel(
            name="SafetyPlan",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="lần thứ")),
                ("seal", models.UUIDField()),
                (
                    "sealed_words",
                    ketnoi.foundation.crypto.documents.SealedDocument(
                        blank=True, default=b"", editable=True, least=1024
                    ),
                ),
                ("review_on", models.DateField(verbose_name="xem lại trước hết ngày")),
                ("written_at", models.DateTimeField(verbose_name="ghi lúc")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="safetyplan",
            constraint=models.UniqueConstraint(
                fields=("case", "agency", "number"), name="safety_plans_in_order"
            ),
        ),
        GuardRows("safetyplan", SafetyPlan.guarded),
        AppendOnly("safetyplan"),
        SameHolder("safetyplan", of="cases.Case", column="case_id"),
    ]
