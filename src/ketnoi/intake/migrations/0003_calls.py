"""Calls somebody answers: codes, and apart from them what was said; lists of missed calls."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import ketnoi.foundation.crypto.documents
import ketnoi.foundation.crypto.fields
import ketnoi.foundation.crypto.wrapped
from ketnoi.foundation.guard import Changeable, GuardRows
from ketnoi.intake.models import Call, CallWords, MissedList


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0010_bells"),
        ("intake", "0002_callbacks"),
        ("people", "0009_countries"),
        ("places", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="callback",
            name="came_by",
            field=models.CharField(
                choices=[
                    ("public", "Trang công khai"),
                    ("missed", "Cuộc gọi nhỡ"),
                    ("voicemail", "Lời nhắn thoại"),
                    ("call", "Cuộc gọi đến"),
                ],
                max_length=10,
                verbose_name="đến bằng cách nào",
            ),
        ),
        migrations.CreateModel(
            name="Call",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("begun_at", models.DateTimeField(verbose_name="bắt đầu lúc")),
                (
                    "danger",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("yes", "Có, ngay lúc này"),
                            ("high", "Có, nhưng chưa phải ngay lúc này"),
                            ("no", "Không"),
                            ("unknown", "Chưa rõ"),
                        ],
                        max_length=10,
                        verbose_name="nguy hiểm",
                    ),
                ),
                (
                    "asks",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("violence", "Bạo lực gia đình"),
                            ("trafficking", "Mua bán người"),
                            ("sexual", "Xâm hại tình dục"),
                            ("child", "Trẻ em cần bảo vệ"),
                            ("abroad", "Đi làm, lấy chồng nước ngoài, trở về"),
                            ("papers", "Giấy tờ, pháp lý"),
                            ("living", "Việc làm, học nghề, sinh sống"),
                            ("shelter", "Nơi ở an toàn"),
                            ("distress", "Tâm lý, khủng hoảng"),
                            ("other", "Việc khác"),
                        ],
                        max_length=15,
                        verbose_name="về việc gì",
                    ),
                ),
                (
                    "who_calls",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("herself", "Người cần giúp tự gọi"),
                            ("relative", "Người thân"),
                            ("neighbour", "Hàng xóm, người quen"),
                            ("officer", "Cán bộ, cơ quan"),
                            ("other", "Người khác"),
                        ],
                        max_length=10,
                        verbose_name="ai gọi",
                    ),
                ),
                (
                    "sex",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("female", "Nữ"),
                            ("male", "Nam"),
                            ("other", "Khác"),
                            ("unsaid", "Chưa muốn cho biết"),
                        ],
                        max_length=10,
                        verbose_name="giới",
                    ),
                ),
                (
                    "aged",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("to_10", "Đến 10 tuổi"),
                            ("to_14", "11 đến 14 tuổi"),
                            ("to_16", "15 đến 16 tuổi"),
                            ("to_18", "17 đến 18 tuổi"),
                            ("over_18", "Trên 18 tuổi"),
                        ],
                        max_length=10,
                        verbose_name="khoảng tuổi",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("vi", "Tiếng Việt"),
                            ("km", "Tiếng Khmer"),
                            ("en", "Tiếng Anh"),
                            ("other", "Tiếng khác"),
                        ],
                        max_length=10,
                        verbose_name="ngôn ngữ",
                    ),
                ),
                ("due_at", models.DateTimeField(verbose_name="cần kết quả trước")),
                ("told_late", models.DateTimeField(null=True, verbose_name="đã nhắc về hạn")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("advised", "Đã tư vấn, chỉ nơi giúp"),
                            ("taken_in", "Đồng ý cho ghi, sang phần tiếp nhận"),
                            ("emergency", "Đã gọi 113 hoặc cấp cứu"),
                            ("callback", "Muốn được gọi lại"),
                            ("hung_up", "Người gọi cúp máy"),
                            ("silent", "Im lặng, không nói gì"),
                            ("mistaken", "Nhầm số hoặc gọi thử"),
                        ],
                        max_length=10,
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
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "callback",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="intake.callback",
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
                    "province",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.province",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CallWords",
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
                        blank=True, default=b"", editable=True, least=1024
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
                    "call",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="words",
                        to="intake.call",
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
            name="MissedList",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "lines",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="các dòng"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("looked_at", "Đang xem lại"),
                            ("added", "Đã thêm"),
                            ("dropped", "Đã bỏ"),
                        ],
                        default="looked_at",
                        max_length=10,
                    ),
                ),
                ("brought_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("added", models.PositiveIntegerField(default=0)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "brought_by",
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
        ),
        migrations.AddIndex(
            model_name="call",
            index=models.Index(
                condition=models.Q(("ended_at", None)),
                fields=["agency", "due_at"],
                name="call_open",
            ),
        ),
        migrations.AddIndex(
            model_name="call",
            index=models.Index(fields=["begun_at"], name="calls_by_time"),
        ),
        migrations.AddConstraint(
            model_name="call",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("ended_by", None), ("outcome", "")),
                    models.Q(
                        ("ended_at__isnull", False),
                        ("ended_by__isnull", False),
                        models.Q(("outcome", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="call_ends_with_an_outcome",
            ),
        ),
        migrations.AddIndex(
            model_name="missedlist",
            index=models.Index(fields=["agency", "-brought_at"], name="missed_list_of_agency"),
        ),
        GuardRows("call", Call.guarded),
        GuardRows("callwords", CallWords.guarded),
        GuardRows("missedlist", MissedList.guarded),
        Changeable(
            "call",
            "danger",
            "asks",
            "who_calls",
            "sex",
            "aged",
            "language",
            "province_id",
            "due_at",
            "told_late",
            "outcome",
            "ended_at",
            "ended_by_id",
            "callback_id",
        ),
        Changeable("missedlist", "lines", "state", "ended_at", "added"),
    ]
