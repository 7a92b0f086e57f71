"""Somebody asks to be called: the request, what she said, who calls, what came of it."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import ketnoi.foundation.crypto.documents
import ketnoi.foundation.crypto.fields
import ketnoi.foundation.crypto.wrapped
from ketnoi.foundation.guard import AppendOnly, Changeable, GuardRows
from ketnoi.intake.models import BlockedNumber, Callback, CallbackAttempt, CallbackWords


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0010_bells"),
        ("intake", "0001_initial"),
        ("people", "0009_countries"),
    ]

    operations = [
        migrations.CreateModel(
            name="CallbackHour",
            fields=[
                ("mark", models.BigIntegerField(primary_key=True, serialize=False)),
                ("hour", models.DateTimeField()),
                ("kept", models.PositiveIntegerField(default=0)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SentForm",
            fields=[
                ("key", models.UUIDField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BlockedNumber",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "number",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="số điện thoại"
                    ),
                ),
                (
                    "number_tag",
                    ketnoi.foundation.crypto.wrapped.KeyedTag(
                        db_index=True, of="number", purpose="callback"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="từ")),
                ("until", models.DateTimeField(verbose_name="đến")),
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
                    "key",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.datakey",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Callback",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "came_by",
                    models.CharField(
                        choices=[
                            ("public", "Trang công khai"),
                            ("missed", "Cuộc gọi nhỡ"),
                            ("voicemail", "Lời nhắn thoại"),
                        ],
                        max_length=10,
                        verbose_name="đến bằng cách nào",
                    ),
                ),
                (
                    "is_danger",
                    models.BooleanField(default=False, verbose_name="có lời báo nguy hiểm"),
                ),
                ("asked_at", models.DateTimeField(verbose_name="nhờ lúc")),
                ("due_at", models.DateTimeField(verbose_name="cần gọi trước")),
                ("told_late", models.DateTimeField(null=True, verbose_name="đã nhắc về hạn")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Chờ người gọi"),
                            ("claimed", "Đã có người nhận gọi"),
                            ("ended", "Đã xong"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("claimed_at", models.DateTimeField(null=True, verbose_name="nhận gọi lúc")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("taken_in", "Đã tiếp nhận, có hồ sơ"),
                            ("helped", "Đã nói chuyện và chỉ nơi giúp"),
                            ("nothing_more", "Chị ấy không cần gì thêm"),
                            ("unreached", "Gọi nhiều lần không gặp"),
                            ("not_again", "Người nghe nhờ đừng gọi số này nữa"),
                        ],
                        max_length=15,
                        verbose_name="kết quả",
                    ),
                ),
                ("ended_at", models.DateTimeField(null=True, verbose_name="xong lúc")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "claimed_by",
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
            ],
        ),
        migrations.CreateModel(
            name="CallbackAttempt",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("no_answer", "Không ai nghe máy"),
                            ("wrong_person", "Người khác nghe máy"),
                            ("talked", "Đã nói chuyện, chị ấy chưa muốn ghi lại"),
                            ("agreed", "Đã nói chuyện, chị ấy đồng ý cho ghi lại"),
                            ("nothing_more", "Chị ấy không cần gì thêm"),
                        ],
                        max_length=15,
                        verbose_name="kết quả",
                    ),
                ),
                ("key", models.UUIDField(unique=True, verbose_name="lần bấm")),
                ("at", models.DateTimeField(verbose_name="gọi lúc")),
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
                    "callback",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attempts",
                        to="intake.callback",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CallbackWords",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "sealed_words",
                    ketnoi.foundation.crypto.documents.SealedDocument(
                        blank=True, default=b"", editable=True, least=192
                    ),
                ),
                (
                    "number_tag",
                    ketnoi.foundation.crypto.wrapped.KeyedTag(
                        db_index=True, null=True, of="number", purpose="callback"
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
                    "callback",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="words",
                        to="intake.callback",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Duty",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("since", models.DateTimeField(verbose_name="từ")),
                ("until", models.DateTimeField(null=True, verbose_name="đến")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "named_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="callback",
            index=models.Index(
                condition=models.Q(("ended_at", None)),
                fields=["agency", "due_at"],
                name="callback_to_make",
            ),
        ),
        migrations.AddConstraint(
            model_name="callback",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("claimed_by", None),
                        ("ended_at", None),
                        ("outcome", ""),
                        ("state", "waiting"),
                    ),
                    models.Q(
                        ("claimed_by__isnull", False),
                        ("ended_at", None),
                        ("outcome", ""),
                        ("state", "claimed"),
                    ),
                    models.Q(
                        ("ended_at__isnull", False),
                        ("state", "ended"),
                        models.Q(("outcome", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="callback_stands_as_it_says",
            ),
        ),
        migrations.AddIndex(
            model_name="callbackattempt",
            index=models.Index(fields=["callback", "at"], name="attempts_of_callback"),
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=models.UniqueConstraint(
                models.Value(1), condition=models.Q(("until", None)), name="one_agency_calls_back"
            ),
        ),
        GuardRows("callback", Callback.guarded),
        GuardRows("callbackwords", CallbackWords.guarded),
        GuardRows("callbackattempt", CallbackAttempt.guarded),
        GuardRows("blockednumber", BlockedNumber.guarded),
        Changeable("duty", "until"),
        Changeable(
            "callback",
            "due_at",
            "told_late",
            "state",
            "claimed_by_id",
            "claimed_at",
            "outcome",
            "ended_by_id",
            "ended_at",
        ),
        AppendOnly("callbackattempt"),
    ]
