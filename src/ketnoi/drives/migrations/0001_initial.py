"""Drives: what is needed, who offers it, what came and where it went, what it did."""

import uuid

import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models

import ketnoi.foundation.crypto.fields
from ketnoi.drives.models import Drive, Evidence, GoodsEntry, Need, Pledge
from ketnoi.foundation.books import KeepBooks
from ketnoi.foundation.guard import AppendOnly, Changeable, GuardRows


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0010_bells"),
        ("people", "0009_countries"),
        ("places", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Drive",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="tên đợt vận động")),
                ("is_public", models.BooleanField(default=False)),
                ("opened_at", models.DateTimeField(verbose_name="mở lúc")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="kết thúc lúc")),
                (
                    "forgotten_at",
                    models.DateTimeField(null=True, verbose_name="quên người góp lúc"),
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
                    "ended_by",
                    models.ForeignKey(
                        null=True,
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
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("people", models.PositiveIntegerField(verbose_name="bao nhiêu người được giúp")),
                (
                    "words",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True,
                        default=b"",
                        editable=True,
                        verbose_name="một câu về việc đã làm được",
                    ),
                ),
                (
                    "sentence",
                    models.CharField(blank=True, max_length=300, verbose_name="câu đã kiểm tra"),
                ),
                ("is_public", models.BooleanField(default=False)),
                ("written_at", models.DateTimeField(verbose_name="ghi lúc")),
                ("checked_at", models.DateTimeField(null=True, verbose_name="kiểm tra lúc")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "checked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "drive",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="told",
                        to="drives.drive",
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
        migrations.CreateModel(
            name="Need",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("sewing_machine", "Máy may"),
                            ("kitchen_set", "Bộ đồ nghề bán hàng ăn"),
                            ("livestock", "Con giống chăn nuôi"),
                            ("hygiene_kit", "Bộ đồ vệ sinh cá nhân"),
                            ("baby_kit", "Bộ đồ cho mẹ và bé"),
                            ("clothes", "Bộ quần áo"),
                            ("rice", "Gạo"),
                            ("school_kit", "Bộ đồ dùng học tập"),
                            ("bicycle", "Xe đạp"),
                            ("phone", "Điện thoại"),
                            ("childcare_seat", "Chỗ gửi trẻ"),
                            ("course_seat", "Suất học nghề"),
                            ("trip", "Chuyến xe đưa đón"),
                        ],
                        max_length=20,
                        verbose_name="cần gì",
                    ),
                ),
                ("until", models.DateField(verbose_name="đến hết ngày")),
                ("made_at", models.DateTimeField(verbose_name="ghi lúc")),
                ("verified_at", models.DateTimeField(null=True, verbose_name="kiểm tra lúc")),
                ("is_public", models.BooleanField(default=False)),
                ("ended_at", models.DateTimeField(null=True, verbose_name="thôi cần lúc")),
                ("outside", models.BigIntegerField(default=0, verbose_name="từ bên ngoài")),
                ("missing", models.BigIntegerField(default=0, verbose_name="còn thiếu")),
                ("promised", models.BigIntegerField(default=0, verbose_name="đã hứa")),
                ("stock", models.BigIntegerField(default=0, verbose_name="đã đến, chưa chuyển đi")),
                ("given", models.BigIntegerField(default=0, verbose_name="đã chuyển đi")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "commune",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.commune",
                    ),
                ),
                (
                    "drive",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="needs",
                        to="drives.drive",
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
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
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
                    "verified_by",
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
            name="OfferHour",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("hour", models.DateTimeField()),
                ("offers", models.PositiveIntegerField(default=0)),
                (
                    "need",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="drives.need",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Pledge",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "giver",
                    models.CharField(
                        choices=[
                            ("person", "Một người"),
                            ("business", "Doanh nghiệp, cửa hàng"),
                            ("organisation", "Tổ chức, hội nhóm"),
                        ],
                        max_length=20,
                        verbose_name="ai góp",
                    ),
                ),
                (
                    "name",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True,
                        default=b"",
                        editable=True,
                        verbose_name="tên người hoặc đơn vị góp",
                    ),
                ),
                (
                    "phone",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="số điện thoại"
                    ),
                ),
                ("offered", models.PositiveIntegerField(verbose_name="số lượng ngỏ lời")),
                ("offered_at", models.DateTimeField(verbose_name="ngỏ lời lúc")),
                ("key", models.UUIDField(unique=True, verbose_name="lần bấm")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("offered", "Chờ gọi xác nhận"),
                            ("confirmed", "Đã xác nhận"),
                            ("ended", "Không còn"),
                        ],
                        default="offered",
                        max_length=10,
                    ),
                ),
                (
                    "agreed",
                    models.PositiveIntegerField(null=True, verbose_name="số lượng đã xác nhận"),
                ),
                ("arrives_on", models.DateField(null=True, verbose_name="dự kiến đến ngày")),
                ("confirmed_at", models.DateTimeField(null=True, verbose_name="xác nhận lúc")),
                (
                    "ending",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("withdrawn", "Bên góp rút lại"),
                            ("unreached", "Không liên lạc được"),
                            ("not_needed", "Không còn cần"),
                        ],
                        max_length=20,
                        verbose_name="vì sao",
                    ),
                ),
                ("ended_at", models.DateTimeField(null=True, verbose_name="kết thúc lúc")),
                ("promised", models.BigIntegerField(default=0, verbose_name="còn chờ đến")),
                ("stock", models.BigIntegerField(default=0, verbose_name="đã đến")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "confirmed_by",
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
                    "need",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pledges",
                        to="drives.need",
                    ),
                ),
                (
                    "noted_by",
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
            name="GoodsEntry",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="số dòng")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("needed", "Cần"),
                            ("not_needed", "Thôi cần"),
                            ("promised", "Hứa góp"),
                            ("released", "Thôi hứa"),
                            ("received", "Nhận theo lời hứa"),
                            ("brought", "Nhận, không hứa trước"),
                            ("given", "Chuyển đi"),
                            ("corrected", "Dòng đảo"),
                        ],
                        max_length=20,
                        verbose_name="việc",
                    ),
                ),
                (
                    "taken_from",
                    models.CharField(
                        choices=[
                            ("outside", "Bên ngoài"),
                            ("missing", "Còn thiếu"),
                            ("promised", "Đã hứa"),
                            ("stock", "Đã đến, chưa chuyển đi"),
                            ("given", "Đã chuyển đi"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "put_into",
                    models.CharField(
                        choices=[
                            ("outside", "Bên ngoài"),
                            ("missing", "Còn thiếu"),
                            ("promised", "Đã hứa"),
                            ("stock", "Đã đến, chưa chuyển đi"),
                            ("given", "Đã chuyển đi"),
                        ],
                        max_length=20,
                    ),
                ),
                ("amount", models.BigIntegerField(verbose_name="số lượng")),
                ("on", models.DateField(verbose_name="ngày")),
                (
                    "programme",
                    models.CharField(blank=True, max_length=120, verbose_name="chương trình"),
                ),
                ("key", models.UUIDField(verbose_name="lần bấm")),
                ("at", models.DateTimeField(verbose_name="ghi lúc")),
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
                    "corrects",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="correction",
                        to="drives.goodsentry",
                    ),
                ),
                (
                    "went_to",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "need",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="booked",
                        to="drives.need",
                    ),
                ),
                (
                    "pledge",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="drives.pledge",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="drive",
            index=models.Index(fields=["agency", "-opened_at"], name="drive_of_agency"),
        ),
        migrations.AddConstraint(
            model_name="drive",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("ended_by", None)),
                    models.Q(
                        ("ended_at__isnull", False),
                        ("ended_by__isnull", False),
                        ("is_public", False),
                    ),
                    _connector="OR",
                ),
                name="drive_ended_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="drive",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("forgotten_at", None), ("ended_at__isnull", False), _connector="OR"
                ),
                name="drive_forgets_after_its_end",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("checked_at", None),
                        ("checked_by", None),
                        ("is_public", False),
                        ("sentence", ""),
                    ),
                    models.Q(("checked_at__isnull", False), ("checked_by__isnull", False)),
                    _connector="OR",
                ),
                name="evidence_is_checked_before_it_is_told",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(("checked_by", models.F("written_by")), _negated=True),
                name="evidence_is_checked_by_a_second_person",
            ),
        ),
        migrations.AddIndex(
            model_name="need",
            index=models.Index(fields=["drive", "made_at"], name="need_of_drive"),
        ),
        migrations.AddIndex(
            model_name="need",
            index=models.Index(
                condition=models.Q(("is_public", True)), fields=["until"], name="need_public"
            ),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("given__gte", 0),
                    ("missing__gte", 0),
                    ("outside__lte", 0),
                    ("promised__gte", 0),
                    ("stock__gte", 0),
                ),
                name="need_is_never_overdrawn",
            ),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "outside",
                        django.db.models.expressions.CombinedExpression(
                            django.db.models.expressions.CombinedExpression(
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("missing"), "*", models.Value(-1)
                                    ),
                                    "-",
                                    models.F("promised"),
                                ),
                                "-",
                                models.F("stock"),
                            ),
                            "-",
                            models.F("given"),
                        ),
                    )
                ),
                name="need_adds_up",
            ),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_public", False),
                    models.Q(("ended_at", None), ("verified_at__isnull", False)),
                    _connector="OR",
                ),
                name="need_is_verified_before_it_is_public",
            ),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("verified_by", None),
                    models.Q(("verified_by", models.F("made_by")), _negated=True),
                    _connector="OR",
                ),
                name="need_is_verified_by_a_second_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="offerhour",
            constraint=models.UniqueConstraint(
                fields=("need", "hour"), name="one_count_of_an_hour"
            ),
        ),
        migrations.AddIndex(
            model_name="pledge",
            index=models.Index(fields=["need", "offered_at"], name="pledge_of_need"),
        ),
        migrations.AddConstraint(
            model_name="pledge",
            constraint=models.CheckConstraint(
                condition=models.Q(("promised__gte", 0), ("stock__gte", 0)),
                name="pledge_is_never_overdrawn",
            ),
        ),
        migrations.AddConstraint(
            model_name="pledge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("agreed", None),
                        ("ended_at", None),
                        ("promised", 0),
                        ("state", "offered"),
                        ("stock", 0),
                    ),
                    models.Q(("agreed__isnull", False), ("ended_at", None), ("state", "confirmed")),
                    models.Q(
                        ("ended_at__isnull", False),
                        ("promised", 0),
                        ("state", "ended"),
                        models.Q(("ending", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="pledge_stands_as_it_says",
            ),
        ),
        migrations.AddConstraint(
            model_name="goodsentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0)), name="goods_entry_moves_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="goodsentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("corrects__isnull", False), ("kind", "corrected")),
                    models.Q(
                        ("corrects", None),
                        models.Q(
                            models.Q(
                                ("kind", "needed"),
                                ("pledge", None),
                                ("put_into", "missing"),
                                ("taken_from", "outside"),
                            ),
                            models.Q(
                                ("kind", "not_needed"),
                                ("pledge", None),
                                ("put_into", "outside"),
                                ("taken_from", "missing"),
                            ),
                            models.Q(
                                ("kind", "promised"),
                                ("pledge__isnull", False),
                                ("put_into", "promised"),
                                ("taken_from", "missing"),
                            ),
                            models.Q(
                                ("kind", "released"),
                                ("pledge__isnull", False),
                                ("put_into", "missing"),
                                ("taken_from", "promised"),
                            ),
                            models.Q(
                                ("kind", "received"),
                                ("pledge__isnull", False),
                                ("put_into", "stock"),
                                ("taken_from", "promised"),
                            ),
                            models.Q(
                                ("kind", "brought"),
                                ("pledge", None),
                                ("put_into", "stock"),
                                ("taken_from", "missing"),
                            ),
                            models.Q(
                                ("kind", "given"),
                                ("pledge", None),
                                ("put_into", "given"),
                                ("taken_from", "stock"),
                            ),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="goods_entry_moves_as_it_says",
            ),
        ),
        migrations.AddConstraint(
            model_name="goodsentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("programme", ""), ("went_to", None)),
                    models.Q(("kind", "given"), ("programme", ""), ("went_to__isnull", False)),
                    models.Q(
                        ("kind", "given"),
                        ("went_to", None),
                        models.Q(("programme", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="goods_entry_goes_to_one_place",
            ),
        ),
        migrations.AddConstraint(
            model_name="goodsentry",
            constraint=models.UniqueConstraint(
                fields=("need", "number"), name="goods_entry_numbered_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="goodsentry",
            constraint=models.UniqueConstraint(
                fields=("agency", "key"), name="goods_entry_pressed_once"
            ),
        ),
        GuardRows("drive", Drive.guarded),
        GuardRows("evidence", Evidence.guarded),
        GuardRows("need", Need.guarded),
        GuardRows("pledge", Pledge.guarded),
        GuardRows("goodsentry", GoodsEntry.guarded),
        Changeable("drive", "is_public", "ended_at", "ended_by_id", "forgotten_at"),
        Changeable("evidence", "words", "sentence", "is_public", "checked_at", "checked_by_id"),
        Changeable("need", "verified_at", "verified_by_id", "is_public", "ended_at", "ended_by_id"),
        Changeable(
            "pledge",
            "name",
            "phone",
            "state",
            "agreed",
            "arrives_on",
            "confirmed_at",
            "confirmed_by_id",
            "ending",
            "ended_at",
            "ended_by_id",
        ),
        AppendOnly("goodsentry"),
        Changeable("offerhour", "offers"),
        KeepBooks(
            "goodsentry",
            owner="agency_id",
            need=("Need", ("outside", "missing", "promised", "stock", "given")),
            pledge=("Pledge", ("promised", "stock")),
        ),
    ]
