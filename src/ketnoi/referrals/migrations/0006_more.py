"""That the asked agency needs to know more than it was told, and what she answered."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import ketnoi.foundation.crypto.fields
from ketnoi.foundation.guard import Changeable, GuardRows, SameHolder
from ketnoi.referrals.models import MoreAsked


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0009_signed_out"),
        ("cases", "0014_waits"),
        ("people", "0008_hidden"),
        ("referrals", "0005_sent"),
    ]

    operations = [
        migrations.CreateModel(
            name="MoreAsked",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "packs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("contact", "Liên hệ"),
                                ("need", "Nhu cầu"),
                                ("identity", "Họ tên, tuổi"),
                                ("risk", "Nguy cơ"),
                                ("papers", "Giấy tờ"),
                                ("health", "Sức khỏe"),
                                ("work", "Việc làm, tay nghề"),
                                ("story", "Câu chuyện"),
                            ],
                            max_length=20,
                        ),
                        size=None,
                    ),
                ),
                (
                    "words",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="vì sao cần thêm"
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agreed", "Người được hỗ trợ đồng ý"),
                            ("she_declined", "Người được hỗ trợ không muốn"),
                            ("not_reached", "Chưa hỏi được, xin hỏi lại sau"),
                            ("not_needed", "Không cần cho nhu cầu này"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "told",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("contact", "Liên hệ"),
                                ("need", "Nhu cầu"),
                                ("identity", "Họ tên, tuổi"),
                                ("risk", "Nguy cơ"),
                                ("papers", "Giấy tờ"),
                                ("health", "Sức khỏe"),
                                ("work", "Việc làm, tay nghề"),
                                ("story", "Câu chuyện"),
                            ],
                            max_length=20,
                        ),
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "packet",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="phần gửi thêm"
                    ),
                ),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "asked_by",
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
                    "consent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.consent",
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
                    "from_agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
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
                    "key",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.datakey",
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="referrals.referral",
                    ),
                ),
                (
                    "to_agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["referral", "asked_at"], name="more_of_referral")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("referral",),
                        name="more_is_asked_once_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", "agreed"), ("consent__isnull", False)),
                            models.Q(models.Q(("answer", "agreed"), _negated=True), ("told", [])),
                            _connector="OR",
                        ),
                        name="more_is_told_with_her_yes",
                    ),
                ],
            },
        ),
        SameHolder("moreasked", of="cases.Case", column="case_id"),
        Changeable(
            "moreasked", "answer", "told", "packet", "consent_id", "ended_at", "ended_by_id"
        ),
        GuardRows("moreasked", MoreAsked.guarded),
    ]
