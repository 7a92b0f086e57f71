"""What agencies agreed to ask of each other, and who signed it. What was signed is not changed."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from ketnoi.foundation.guard import Changeable


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0004_keys"),
    ]

    operations = [
        migrations.CreateModel(
            name="Agreement",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="tên")),
                ("number", models.CharField(blank=True, max_length=60, verbose_name="số văn bản")),
                (
                    "purposes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("safe_place", "Nơi an toàn"),
                                ("identification", "Xác minh"),
                                ("papers_legal", "Giấy tờ và pháp lý"),
                                ("health", "Y tế và tâm lý"),
                                ("livelihood", "Sinh kế"),
                                ("follow_up", "Thăm hỏi"),
                                ("recognition", "Hỏi nơi khác"),
                            ],
                            max_length=20,
                        ),
                        size=None,
                    ),
                ),
                ("since", models.DateField(verbose_name="từ ngày")),
                ("until", models.DateField(null=True, verbose_name="đến hết ngày")),
                (
                    "answer_hours",
                    models.PositiveSmallIntegerField(null=True, verbose_name="việc khẩn: giờ"),
                ),
                (
                    "answer_days",
                    models.PositiveSmallIntegerField(
                        null=True, verbose_name="việc thường: ngày làm việc"
                    ),
                ),
                ("made_at", models.DateTimeField(verbose_name="lập lúc")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="thôi lúc")),
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
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Party",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("signed_at", models.DateTimeField(null=True, verbose_name="ký lúc")),
                ("left_at", models.DateTimeField(null=True, verbose_name="rút lúc")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parties",
                        to="agencies.agreement",
                    ),
                ),
                (
                    "left_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agreement", "agency"), name="one_place_to_sign"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("left_at", None), ("signed_at__isnull", False), _connector="OR"
                        ),
                        name="only_who_signed_leaves",
                    ),
                ],
            },
        ),
        Changeable("agreement", "ended_at", "ended_by_id"),
        Changeable("party", "signed_at", "signed_by_id", "left_at", "left_by_id"),
    ]
