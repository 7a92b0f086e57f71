"""Money of funds: what comes in, is promised and paid, and how support is counted."""

import uuid

import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models

import ketnoi.foundation.crypto.fields
from ketnoi.foundation.books import KeepBooks
from ketnoi.foundation.guard import AppendOnly, Changeable, GuardRows, SameHolder
from ketnoi.support.models import Commitment, Entry, Fund


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0010_bells"),
        ("cases", "0015_more_waits"),
        ("support", "0002_plans"),
    ]

    operations = [
        migrations.CreateModel(
            name="Fund",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="tên quỹ")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("state", "Ngân sách nhà nước"),
                            ("programme", "Chương trình, dự án"),
                            ("agency", "Đơn vị tự chi"),
                            ("donation", "Đóng góp, tài trợ"),
                            ("herself", "Người được hỗ trợ tự trả"),
                        ],
                        max_length=20,
                        verbose_name="nguồn",
                    ),
                ),
                ("opened_on", models.DateField(verbose_name="mở ngày")),
                ("ends_on", models.DateField(null=True, verbose_name="chi đến hết ngày")),
                ("opened_at", models.DateTimeField()),
                ("outside", models.BigIntegerField(default=0, verbose_name="từ bên ngoài")),
                ("free", models.BigIntegerField(default=0, verbose_name="chưa hứa")),
                ("promised", models.BigIntegerField(default=0, verbose_name="đã hứa")),
                ("paid", models.BigIntegerField(default=0, verbose_name="đã chi")),
            ],
        ),
        migrations.AddField(
            model_name="supportgiven",
            name="key",
            field=models.UUIDField(null=True, verbose_name="lần bấm"),
        ),
        migrations.AddField(
            model_name="supportgiven",
            name="norm",
            field=models.CharField(blank=True, max_length=80, verbose_name="định mức"),
        ),
        migrations.AddField(
            model_name="supportgiven",
            name="norm_amount",
            field=models.BigIntegerField(null=True, verbose_name="mức chi một đơn vị"),
        ),
        migrations.AddField(
            model_name="supportgiven",
            name="quantity",
            field=models.DecimalField(
                decimal_places=2, max_digits=6, null=True, verbose_name="số lượng"
            ),
        ),
        migrations.AddField(
            model_name="supportgiven",
            name="unit",
            field=models.CharField(
                blank=True,
                choices=[
                    ("session", "buổi"),
                    ("day", "ngày"),
                    ("month", "tháng"),
                    ("trip", "chuyến"),
                    ("course", "khóa"),
                    ("piece", "suất, món"),
                ],
                max_length=20,
                verbose_name="đơn vị tính",
            ),
        ),
        migrations.CreateModel(
            name="Commitment",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("code", models.CharField(max_length=16, verbose_name="mã hồ sơ")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("essentials", "Nhu cầu thiết yếu"),
                            ("medical", "Y tế"),
                            ("interpreting", "Phiên dịch"),
                            ("legal_advice", "Hỗ trợ pháp luật"),
                            ("legal_aid", "Trợ giúp pháp lý"),
                            ("travel", "Chi phí đi lại"),
                            ("counselling", "Tâm lý"),
                            ("schooling", "Học văn hóa"),
                            ("vocational", "Học nghề"),
                            ("first_allowance", "Trợ cấp khó khăn ban đầu, vay vốn"),
                            ("papers", "Giấy tờ, hộ tịch"),
                            ("family", "Gia đình và con"),
                            ("employment", "Việc làm"),
                        ],
                        max_length=20,
                        verbose_name="loại hỗ trợ",
                    ),
                ),
                (
                    "words",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="để làm gì"
                    ),
                ),
                ("made_at", models.DateTimeField(verbose_name="hứa lúc")),
                ("promised", models.BigIntegerField(default=0, verbose_name="còn phải chi")),
                ("paid", models.BigIntegerField(default=0, verbose_name="đã chi")),
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
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="số bút toán")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("received", "Tiền vào quỹ"),
                            ("promised", "Hứa chi"),
                            ("released", "Thôi hứa"),
                            ("paid", "Chi"),
                            ("returned", "Tiền quay lại"),
                            ("corrected", "Bút toán đảo"),
                        ],
                        max_length=20,
                        verbose_name="bút toán",
                    ),
                ),
                (
                    "taken_from",
                    models.CharField(
                        choices=[
                            ("outside", "Bên ngoài"),
                            ("free", "Chưa hứa"),
                            ("promised", "Đã hứa"),
                            ("paid", "Đã chi"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "put_into",
                    models.CharField(
                        choices=[
                            ("outside", "Bên ngoài"),
                            ("free", "Chưa hứa"),
                            ("promised", "Đã hứa"),
                            ("paid", "Đã chi"),
                        ],
                        max_length=20,
                    ),
                ),
                ("amount", models.BigIntegerField(verbose_name="số tiền")),
                ("on", models.DateField(verbose_name="ngày")),
                (
                    "document",
                    models.CharField(blank=True, max_length=40, verbose_name="số chứng từ"),
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
                    "commitment",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="support.commitment",
                    ),
                ),
                (
                    "corrects",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="correction",
                        to="support.entry",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="supportgiven",
            name="payment",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="support.entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="supportgiven",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("quantity", None), ("unit", "")),
                    models.Q(("quantity__gt", 0), models.Q(("unit", ""), _negated=True)),
                    _connector="OR",
                ),
                name="support_is_counted_in_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="supportgiven",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("norm", ""), ("norm_amount", None)),
                    models.Q(models.Q(("norm", ""), _negated=True), ("norm_amount__gt", 0)),
                    _connector="OR",
                ),
                name="support_norm_has_its_amount",
            ),
        ),
        migrations.AddConstraint(
            model_name="supportgiven",
            constraint=models.UniqueConstraint(
                fields=("agency", "key"), name="support_pressed_once"
            ),
        ),
        migrations.AddField(
            model_name="fund",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
            ),
        ),
        migrations.AddField(
            model_name="fund",
            name="opened_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.member"
            ),
        ),
        migrations.AddField(
            model_name="entry",
            name="fund",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="support.fund"
            ),
        ),
        migrations.AddField(
            model_name="commitment",
            name="fund",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="support.fund"
            ),
        ),
        migrations.AddConstraint(
            model_name="fund",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("free__gte", 0), ("outside__lte", 0), ("paid__gte", 0), ("promised__gte", 0)
                ),
                name="fund_is_never_overdrawn",
            ),
        ),
        migrations.AddConstraint(
            model_name="fund",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "outside",
                        django.db.models.expressions.CombinedExpression(
                            django.db.models.expressions.CombinedExpression(
                                django.db.models.expressions.CombinedExpression(
                                    models.F("free"), "*", models.Value(-1)
                                ),
                                "-",
                                models.F("promised"),
                            ),
                            "-",
                            models.F("paid"),
                        ),
                    )
                ),
                name="fund_adds_up",
            ),
        ),
        migrations.AddConstraint(
            model_name="fund",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on", None), ("ends_on__gte", models.F("opened_on")), _connector="OR"
                ),
                name="fund_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="fund",
            constraint=models.CheckConstraint(
                condition=models.Q(("source", "herself"), _negated=True),
                name="fund_is_not_her_own_money",
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0)), name="entry_moves_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(("taken_from", models.F("put_into")), _negated=True),
                name="entry_moves_somewhere",
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("corrects__isnull", False), ("kind", "corrected")),
                    models.Q(
                        ("corrects", None),
                        ("kind", "received"),
                        ("put_into", "free"),
                        ("taken_from", "outside"),
                    ),
                    models.Q(
                        ("corrects", None),
                        ("kind", "promised"),
                        ("put_into", "promised"),
                        ("taken_from", "free"),
                    ),
                    models.Q(
                        ("corrects", None),
                        ("kind", "released"),
                        ("put_into", "free"),
                        ("taken_from", "promised"),
                    ),
                    models.Q(
                        ("corrects", None),
                        ("kind", "paid"),
                        ("put_into", "paid"),
                        ("taken_from", "promised"),
                    ),
                    models.Q(
                        ("corrects", None),
                        ("kind", "returned"),
                        ("put_into", "free"),
                        ("taken_from", "paid"),
                    ),
                    _connector="OR",
                ),
                name="entry_moves_as_it_says",
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("commitment", None), ("kind", "received")),
                    ("kind", "corrected"),
                    models.Q(
                        models.Q(("commitment", None), _negated=True),
                        models.Q(("kind", "received"), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="entry_is_for_somebody_or_comes_in",
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(
                fields=("fund", "number"), name="entry_numbered_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(fields=("agency", "key"), name="entry_pressed_once"),
        ),
        migrations.AddIndex(
            model_name="commitment",
            index=models.Index(fields=["case", "made_at"], name="commitment_of_case"),
        ),
        migrations.AddIndex(
            model_name="commitment",
            index=models.Index(fields=["fund", "made_at"], name="commitment_of_fund"),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(("paid__gte", 0), ("promised__gte", 0)),
                name="commitment_is_never_overdrawn",
            ),
        ),
        GuardRows("fund", Fund.guarded),
        GuardRows("commitment", Commitment.guarded),
        GuardRows("entry", Entry.guarded),
        SameHolder("commitment", of="cases.Case", column="case_id"),
        Changeable("fund", "ends_on"),
        AppendOnly("commitment"),
        AppendOnly("entry"),
        KeepBooks(
            "entry",
            owner="agency_id",
            fund=("Fund", ("outside", "free", "promised", "paid")),
            commitment=("Commitment", ("promised", "paid")),
        ),
    ]
