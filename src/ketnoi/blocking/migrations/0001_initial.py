"""Who must not know of a file; every guarded table asks for it from now on."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from ketnoi.blocking.models import Block
from ketnoi.foundation.guard import BreaksGlass, Changeable, GuardRows, RunFile, SameHolder
from ketnoi.foundation.guard.hiding import GuardAgain


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0004_keys"),
        ("cases", "0013_latest"),
        ("foundation", "0008_hidden"),
        ("identification", "0001_initial"),
        ("law", "0001_initial"),
        ("linkage", "0002_too_long"),
        ("livelihood", "0001_initial"),
        ("merging", "0001_initial"),
        ("people", "0008_hidden"),
        ("protection", "0001_initial"),
        ("recognition", "0001_initial"),
        ("referrals", "0005_sent"),
        ("reintegration", "0001_initial"),
        ("rights", "0002_data_request"),
        ("support", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Block",
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
                            ("relative", "Người nhà của người gây hại"),
                            ("neighbour", "Hàng xóm, người quen"),
                            ("she_asked", "Người được hỗ trợ yêu cầu"),
                            ("other", "Lý do khác"),
                        ],
                        max_length=20,
                        verbose_name="vì sao",
                    ),
                ),
                (
                    "her_word",
                    models.CharField(
                        choices=[
                            ("wants", "Đã hỏi, người được hỗ trợ muốn chặn"),
                            ("not_yet", "Chưa hỏi được; sẽ hỏi khi an toàn"),
                            ("against", "Đã hỏi, người được hỗ trợ không muốn chặn"),
                        ],
                        max_length=20,
                        verbose_name="ý người được hỗ trợ",
                    ),
                ),
                ("since", models.DateTimeField(verbose_name="từ")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="bỏ chặn lúc")),
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
                    "member",
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
                        condition=models.Q(("ended_at", None), ("member", None)),
                        fields=("case", "agency"),
                        name="agency_blocked_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None), ("member__isnull", False)),
                        fields=("case", "member"),
                        name="member_blocked_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_by", None)),
                            models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="block_ended_by_somebody",
                    ),
                ],
            },
        ),
        GuardRows("block", Block.guarded),
        Changeable("block", "ended_at", "ended_by_id"),
        SameHolder("block", of="cases.Case", column="case_id"),
        RunFile("hiding.sql"),
        RunFile("recognition.sql"),
        BreaksGlass(
            case="cases.Case",
            door="cases.CaseAccess",
            opening="cases.EmergencyOpening",
            review="cases.EmergencyReview",
            fact="law.Fact",
        ),
        GuardAgain(),
    ]
