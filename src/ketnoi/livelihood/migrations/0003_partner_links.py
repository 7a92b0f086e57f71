"""Partners without an account answer about somebody by a link."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from ketnoi.foundation.guard import AlsoChangeable, Changeable, GuardRows, SameHolder
from ketnoi.livelihood.models import PartnerLink


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0010_bells"),
        ("cases", "0016_loans"),
        ("livelihood", "0002_offers"),
    ]

    operations = [
        migrations.CreateModel(
            name="PartnerLink",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=200, verbose_name="cơ hội")),
                (
                    "told",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), default=list, size=None
                    ),
                ),
                ("code_mark", models.CharField(max_length=128)),
                ("issued_at", models.DateTimeField(verbose_name="cấp lúc")),
                ("until", models.DateTimeField(verbose_name="dùng được đến")),
                ("wrong_codes", models.PositiveSmallIntegerField(default=0)),
                ("opened_at", models.DateTimeField(null=True, verbose_name="mở lúc")),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[("accepted", "Nhận"), ("declined", "Không nhận")],
                        max_length=10,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("full", "Đã đủ người"),
                            ("skills", "Cần tay nghề khác"),
                            ("hours", "Giờ giấc không sắp xếp được"),
                            ("needs", "Chưa đáp ứng được điều người này cần"),
                            ("paused", "Tạm ngừng nhận"),
                        ],
                        max_length=10,
                        verbose_name="lý do",
                    ),
                ),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "ended_why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("answered", "Đã trả lời"),
                            ("recalled", "Đã thu hồi"),
                            ("replaced", "Đã cấp lại"),
                            ("locked", "Đã khóa vì sai mã nhiều lần"),
                            ("gone", "Đề xuất không còn chờ nơi nhận"),
                            ("over", "Hết hạn"),
                        ],
                        max_length=10,
                    ),
                ),
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
                    "issued_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "placement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="livelihood.placement",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["placement", "-issued_at"], name="link_of_placement")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("placement",),
                        name="one_link_of_a_placement",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("answer", "declined"), ("reason", ""), _connector="OR"),
                        name="only_a_no_by_link_has_a_reason",
                    ),
                ],
            },
        ),
        AlsoChangeable("candidate", "told"),
        SameHolder("partnerlink", of="cases.Case", column="case_id"),
        Changeable(
            "partnerlink",
            "told",
            "wrong_codes",
            "opened_at",
            "answer",
            "reason",
            "ended_at",
            "ended_why",
        ),
        GuardRows("partnerlink", PartnerLink.guarded),
    ]
