"""Whether she works, asked at each visit; the end of support, for which two people stand."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from ketnoi.foundation.guard.operations import AlsoChangeable, Changeable, GuardRows, SameHolder
from ketnoi.reintegration.models import Closing


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0010_bells"),
        ("cases", "0015_closing"),
        ("reintegration", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="followup",
            name="work",
            field=models.CharField(
                blank=True,
                choices=[
                    ("paid", "Đi làm có lương"),
                    ("own", "Tự làm, buôn bán, chăn nuôi"),
                    ("learning", "Đang học nghề"),
                    ("none", "Chưa có việc"),
                ],
                max_length=10,
                verbose_name="việc làm",
            ),
        ),
        migrations.CreateModel(
            name="Closing",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("goals_met", "Cuộc sống đã ổn định"),
                            ("her_wish", "Theo mong muốn của người được hỗ trợ"),
                            ("lost_contact", "Mất liên lạc"),
                            ("moved", "Chuyển đi nơi khác"),
                            ("deceased", "Qua đời"),
                        ],
                        max_length=20,
                        verbose_name="vì sao kết thúc",
                    ),
                ),
                ("proposed_at", models.DateTimeField(verbose_name="đề nghị lúc")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Đang chờ phụ trách đơn vị"),
                            ("agreed", "Đã đồng ý"),
                            ("returned", "Chưa kết thúc được"),
                            ("dropped", "Đã rút lại"),
                        ],
                        default="proposed",
                        max_length=10,
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("open_need", "Còn nhu cầu chưa xong"),
                            ("not_asked", "Chưa hỏi ý chị ấy"),
                            ("not_safe", "Chưa chắc chị ấy an toàn"),
                            ("visits", "Cần thăm hỏi thêm"),
                        ],
                        max_length=20,
                        verbose_name="vì sao chưa",
                    ),
                ),
                ("ended_at", models.DateTimeField(null=True, verbose_name="trả lời lúc")),
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
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
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
                    "proposed_by",
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
                        condition=models.Q(("state", "proposed")),
                        fields=("case",),
                        name="one_closing_waits",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["proposed", "dropped"]),
                            models.Q(("ended_by", models.F("proposed_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="closing_by_four_eyes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("state", "proposed")),
                            models.Q(
                                models.Q(("state", "proposed"), _negated=True),
                                ("ended_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="closing_ends_at_a_moment",
                    ),
                ],
            },
        ),
        GuardRows("closing", Closing.guarded),
        Changeable("closing", "state", "why", "ended_at", "ended_by_id"),
        SameHolder("closing", of="cases.Case", column="case_id"),
        AlsoChangeable("followup", "work"),
    ]
