"""Tips, the boxes in which they are answered, what the desk makes of them."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import ketnoi.foundation.crypto.fields
import ketnoi.foundation.crypto.wrapped
from ketnoi.foundation.guard import AppendOnly, Changeable, GuardRows
from ketnoi.vigilance.models import HandOver, Message, Sighting, Tip, Triage


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0010_bells"),
        ("people", "0009_countries"),
    ]

    operations = [
        migrations.CreateModel(
            name="Tip",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("mailbox", models.UUIDField(unique=True)),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("web", "Trang công khai"),
                            ("sms", "Tin nhắn"),
                            ("paper", "Phiếu giấy"),
                            ("spoken", "Nói trực tiếp, điện thoại"),
                        ],
                        max_length=10,
                        verbose_name="tin đến qua",
                    ),
                ),
                (
                    "what",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="điều thấy"
                    ),
                ),
                (
                    "place",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="ở đâu, khi nào"
                    ),
                ),
                (
                    "who",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="ai, cái gì"
                    ),
                ),
                ("came_at", models.DateTimeField(verbose_name="đến lúc")),
                ("read_by", models.DateTimeField(verbose_name="cần đọc trước")),
                ("answer_by", models.DateTimeField(verbose_name="cần trả lời trước")),
                (
                    "agency",
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
                    "typed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Sighting",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="lúc")),
                (
                    "sign",
                    models.CharField(
                        choices=[
                            ("phone", "Số điện thoại"),
                            ("page", "Trang, tài khoản mạng"),
                            ("plate", "Biển số xe"),
                            ("person", "Tên gọi, nhận dạng"),
                        ],
                        max_length=10,
                        verbose_name="loại",
                    ),
                ),
                (
                    "value",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="dấu hiệu"
                    ),
                ),
                (
                    "value_tag",
                    ketnoi.foundation.crypto.wrapped.KeyedTag(
                        db_index=True, of="value", purpose="sighting"
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
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "tip",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sightings",
                        to="vigilance.tip",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("press", models.UUIDField(unique=True, verbose_name="lần bấm")),
                (
                    "words",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="lời"
                    ),
                ),
                (
                    "media",
                    models.CharField(
                        blank=True, choices=[("jpg", "JPEG"), ("png", "PNG")], max_length=4
                    ),
                ),
                (
                    "picture",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="ảnh"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="lúc")),
                (
                    "author",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "tip",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="messages",
                        to="vigilance.tip",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="HandOver",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "words",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="nội dung chuyển"
                    ),
                ),
                ("handed_at", models.DateTimeField(verbose_name="chuyển lúc")),
                ("due_at", models.DateTimeField(verbose_name="cần trả lời trước")),
                ("received_at", models.DateTimeField(null=True, verbose_name="nhận lúc")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("taken_up", "Đang giải quyết"),
                            ("not_ours", "Không thuộc thẩm quyền"),
                            ("nothing_found", "Đã kiểm tra, chưa thấy dấu hiệu"),
                        ],
                        max_length=15,
                        verbose_name="kết quả",
                    ),
                ),
                (
                    "answer",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="trả lời"
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True, verbose_name="trả lời lúc")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "handed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
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
                    "received_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "tip",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handed",
                        to="vigilance.tip",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Triage",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="lúc")),
                (
                    "credibility",
                    models.CharField(
                        choices=[
                            ("unknown", "Chưa đánh giá được"),
                            ("low", "Ít có cơ sở"),
                            ("medium", "Có thể đúng"),
                            ("high", "Nhiều khả năng đúng"),
                        ],
                        max_length=10,
                        verbose_name="độ tin cậy",
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("open", "Còn xem xét"),
                            ("same", "Trùng với tin khác"),
                            ("ended", "Đã xong"),
                        ],
                        max_length=10,
                        verbose_name="tình trạng",
                    ),
                ),
                (
                    "why",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="vì sao"
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
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "same_as",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="vigilance.tip",
                    ),
                ),
                (
                    "tip",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="triages",
                        to="vigilance.tip",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Desk",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("since", models.DateTimeField(verbose_name="từ lúc")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="đến lúc")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
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
                    "opened_by",
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
                        fields=("agency",),
                        name="one_desk_of_an_agency",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="tip",
            index=models.Index(fields=["agency", "-came_at"], name="tip_of_agency"),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(fields=["tip", "at"], name="message_of_tip"),
        ),
        migrations.AddIndex(
            model_name="handover",
            index=models.Index(fields=["to", "due_at"], name="handed_to_agency"),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.UniqueConstraint(
                fields=("tip", "to"), name="handed_once_to_an_agency"
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answered_at", None), ("outcome", "")),
                    models.Q(
                        ("answered_at__isnull", False),
                        ("received_at__isnull", False),
                        models.Q(("outcome", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="handed_answered_after_receipt",
            ),
        ),
        migrations.AddIndex(
            model_name="triage",
            index=models.Index(fields=["tip", "-at"], name="triage_of_tip"),
        ),
        migrations.AddConstraint(
            model_name="triage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("same_as__isnull", False), ("standing", "same")),
                    models.Q(models.Q(("standing", "same"), _negated=True), ("same_as", None)),
                    _connector="OR",
                ),
                name="triage_says_same_as_which",
            ),
        ),
        GuardRows("tip", Tip.guarded),
        GuardRows("message", Message.guarded),
        GuardRows("triage", Triage.guarded),
        GuardRows("sighting", Sighting.guarded),
        GuardRows("handover", HandOver.guarded),
        Changeable("desk", "ended_at", "ended_by_id"),
        AppendOnly("tip"),
        AppendOnly("message"),
        AppendOnly("triage"),
        Changeable("sighting", "value_tag"),
        Changeable(
            "handover",
            "received_at",
            "received_by_id",
            "outcome",
            "answer",
            "answered_at",
            "answered_by_id",
        ),
    ]
