"""Transfers of the sender; what is opened and taken in at the receiver; a moved file is read."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import ketnoi.foundation.crypto.fields
from ketnoi.foundation.guard import (
    AppendOnly,
    Changeable,
    GuardRows,
    RunFile,
    SameHolder,
)
from ketnoi.transfers.models import Arrival, Receipt, Transfer


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0008_told"),
        ("cases", "0014_waits"),
        ("people", "0008_hidden"),
        ("places", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Taken",
            fields=[
                ("mark", models.CharField(max_length=32, primary_key=True, serialize=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Arrival",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "content",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="nội dung"
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("until", models.DateTimeField()),
                (
                    "key",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.datakey",
                    ),
                ),
                (
                    "opener",
                    models.ForeignKey(
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
            name="Receipt",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "code",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="mã đã nhận"
                    ),
                ),
                (
                    "origin",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="từ đâu"
                    ),
                ),
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
                    "case",
                    models.OneToOneField(
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
                    "taken",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="transfers.taken",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Transfer",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "office",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="nơi nhận"
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("moved", "Chuyển đến sống ở tỉnh đó"),
                            ("home", "Trở về quê"),
                            ("safer", "Ở đó an toàn hơn"),
                            ("care", "Nơi chăm sóc phù hợp ở đó"),
                            ("law", "Thẩm quyền thuộc tỉnh đó"),
                        ],
                        max_length=10,
                        verbose_name="vì sao",
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
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "notes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                (
                    "attachments",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("consent", "Người được hỗ trợ đồng ý"),
                            ("legal_duty", "Luật buộc phải báo"),
                            ("vital_interest", "Tính mạng đang bị đe dọa"),
                        ],
                        max_length=20,
                        verbose_name="căn cứ",
                    ),
                ),
                (
                    "basis_reason",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="lý do"
                    ),
                ),
                (
                    "wording",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="lời đã đọc"
                    ),
                ),
                ("language", models.CharField(blank=True, max_length=5, verbose_name="ngôn ngữ")),
                (
                    "given",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("spoken", "Nói trực tiếp"),
                            ("signed", "Ký trên giấy"),
                            ("by_phone", "Qua điện thoại"),
                            ("representative", "Người đại diện"),
                        ],
                        max_length=20,
                        verbose_name="cách đồng ý",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Chờ phụ trách duyệt"),
                            ("approved", "Đã duyệt, chưa làm tệp"),
                            ("sent", "Đã làm tệp, chờ nơi nhận báo"),
                            ("received", "Nơi nhận đã báo nhận"),
                            ("declined", "Phụ trách không duyệt"),
                            ("taken_back", "Đã thu hồi"),
                            ("withdrawn", "Dừng vì rút lại sự đồng ý"),
                            ("lapsed", "Hết hạn, hồ sơ ở lại"),
                        ],
                        default="proposed",
                        max_length=12,
                    ),
                ),
                ("started_at", models.DateTimeField()),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "decline",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="vì sao không duyệt"
                    ),
                ),
                ("lapses_at", models.DateTimeField(null=True)),
                ("packet", models.BinaryField(null=True)),
                ("packet_at", models.DateTimeField(null=True)),
                ("receipt_mark", models.CharField(blank=True, max_length=128)),
                ("wrong_receipts", models.PositiveSmallIntegerField(default=0)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
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
                    "holder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "province",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.province",
                    ),
                ),
                (
                    "representative",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.representative",
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", ("proposed", "approved", "sent"))),
                        fields=["lapses_at"],
                        name="transfer_to_lapse",
                    ),
                    models.Index(fields=["case", "-started_at"], name="transfer_of_case"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("proposed", "approved", "sent"))),
                        fields=("case",),
                        name="transferred_once_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_by", None),
                            models.Q(("decided_by", models.F("started_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="transfer_by_two_people",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state", "sent"), ("packet", None), _connector="OR"),
                        name="packet_only_while_sent",
                    ),
                ],
            },
        ),
        AppendOnly("taken"),
        GuardRows("arrival", Arrival.guarded),
        GuardRows("receipt", Receipt.guarded),
        GuardRows("transfer", Transfer.guarded),
        SameHolder("receipt", of="cases.Case", column="case_id"),
        SameHolder("transfer", of="cases.Case", column="case_id"),
        AppendOnly("receipt"),
        Changeable(
            "transfer",
            "state",
            "decided_at",
            "decided_by_id",
            "decline",
            "lapses_at",
            "packet",
            "packet_at",
            "receipt_mark",
            "wrong_receipts",
            "ended_at",
            "ended_by_id",
        ),
        # Each action leaves a line: where none may be left, nothing is done.
        RunFile("moved.sql"),
    ]
