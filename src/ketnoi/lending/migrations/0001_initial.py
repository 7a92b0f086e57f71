"""Loans: the loan with its book, its schedules, and the wish to forgive the rest."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models

import ketnoi.foundation.crypto.fields
from ketnoi.foundation.books import KeepBooks
from ketnoi.foundation.guard import AppendOnly, Changeable, GuardRows, SameHolder
from ketnoi.lending.models import Entry, Forgiveness, Loan, Schedule


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0010_bells"),
        ("cases", "0015_more_waits"),
    ]

    operations = [
        migrations.CreateModel(
            name="Loan",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("code", models.CharField(max_length=16, verbose_name="mã hồ sơ")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("women_fund", "Quỹ của Hội Liên hiệp Phụ nữ"),
                            ("policy_bank", "Ngân hàng Chính sách xã hội, vốn ủy thác qua hội"),
                            ("programme", "Chương trình của một đơn vị đối tác"),
                            ("own_fund", "Quỹ riêng của đơn vị"),
                        ],
                        max_length=20,
                        verbose_name="nguồn vốn",
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("trade", "Buôn bán nhỏ"),
                            ("craft", "Nghề: may, tóc, nấu ăn"),
                            ("animals", "Chăn nuôi"),
                            ("crops", "Trồng trọt"),
                            ("tools", "Công cụ, máy móc"),
                            ("schooling", "Học nghề, học phí"),
                            ("housing", "Sửa nhà, chỗ ở"),
                            ("need", "Nhu cầu gấp"),
                        ],
                        max_length=20,
                        verbose_name="vay để làm gì",
                    ),
                ),
                ("amount", models.BigIntegerField(verbose_name="số tiền vay")),
                (
                    "rate",
                    models.DecimalField(
                        decimal_places=2, max_digits=5, verbose_name="lãi suất % một năm"
                    ),
                ),
                ("granted_on", models.DateField(verbose_name="nhận tiền ngày")),
                (
                    "words",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True,
                        default=b"",
                        editable=True,
                        verbose_name="điều đã hẹn với chị ấy",
                    ),
                ),
                ("ask_on", models.DateField(null=True, verbose_name="hẹn hỏi thăm ngày")),
                ("key", models.UUIDField(verbose_name="lần bấm")),
                ("made_at", models.DateTimeField(verbose_name="ghi lúc")),
                ("outside", models.BigIntegerField(default=0, verbose_name="bên cho vay")),
                ("owed", models.BigIntegerField(default=0, verbose_name="gốc còn nợ")),
                ("repaid", models.BigIntegerField(default=0, verbose_name="gốc đã trả")),
                ("forgiven", models.BigIntegerField(default=0, verbose_name="gốc được xóa")),
                ("interest", models.BigIntegerField(default=0, verbose_name="lãi đã trả")),
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
            name="Forgiveness",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("illness", "Ốm đau, sinh con, chăm người thân"),
                            ("loss", "Mất mùa, mất hàng, thiên tai"),
                            ("work", "Mất việc, thu nhập giảm"),
                            ("safety", "Phải giữ an toàn, phải chuyển chỗ ở"),
                            ("family", "Chuyện gia đình"),
                            ("her_wish", "Chị ấy muốn trả theo cách khác"),
                        ],
                        max_length=20,
                        verbose_name="vì sao",
                    ),
                ),
                (
                    "words",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="chị ấy nói gì"
                    ),
                ),
                ("proposed_at", models.DateTimeField(verbose_name="đề nghị lúc")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Chờ người thứ hai"),
                            ("agreed", "Đã đồng ý"),
                            ("returned", "Chưa đồng ý"),
                        ],
                        default="proposed",
                        max_length=10,
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
                (
                    "loan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="lending.loan",
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
                            ("lent", "Cho vay"),
                            ("repaid", "Trả gốc"),
                            ("interest", "Trả lãi"),
                            ("forgiven", "Xóa phần còn nợ"),
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
                            ("outside", "Bên cho vay"),
                            ("owed", "Gốc còn nợ"),
                            ("repaid", "Gốc đã trả"),
                            ("forgiven", "Gốc được xóa"),
                            ("interest", "Lãi đã trả"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "put_into",
                    models.CharField(
                        choices=[
                            ("outside", "Bên cho vay"),
                            ("owed", "Gốc còn nợ"),
                            ("repaid", "Gốc đã trả"),
                            ("forgiven", "Gốc được xóa"),
                            ("interest", "Lãi đã trả"),
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
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "corrects",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="correction",
                        to="lending.entry",
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
                    "loan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="lending.loan",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Schedule",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="lịch số")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("first", "Lịch lúc vay"),
                            ("changed", "Lịch trả mới"),
                            ("paused", "Tạm dừng trả"),
                        ],
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("illness", "Ốm đau, sinh con, chăm người thân"),
                            ("loss", "Mất mùa, mất hàng, thiên tai"),
                            ("work", "Mất việc, thu nhập giảm"),
                            ("safety", "Phải giữ an toàn, phải chuyển chỗ ở"),
                            ("family", "Chuyện gia đình"),
                            ("her_wish", "Chị ấy muốn trả theo cách khác"),
                        ],
                        max_length=20,
                        verbose_name="vì sao",
                    ),
                ),
                (
                    "words",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="chị ấy nói gì"
                    ),
                ),
                ("principal", models.BigIntegerField(verbose_name="gốc còn nợ khi lập")),
                ("every", models.PositiveSmallIntegerField(verbose_name="mấy tháng một lần")),
                (
                    "interest_before",
                    models.BigIntegerField(default=0, verbose_name="lãi đã trả trước đó"),
                ),
                (
                    "days",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.DateField(), size=None
                    ),
                ),
                (
                    "principals",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), size=None
                    ),
                ),
                (
                    "interests",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), size=None
                    ),
                ),
                ("key", models.UUIDField(verbose_name="lần bấm")),
                ("made_at", models.DateTimeField(verbose_name="lập lúc")),
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
                    "loan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="lending.loan",
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
        migrations.AddIndex(
            model_name="loan",
            index=models.Index(fields=["case", "made_at"], name="loan_of_case"),
        ),
        migrations.AddIndex(
            model_name="loan",
            index=models.Index(fields=["agency", "made_at"], name="loan_of_agency"),
        ),
        migrations.AddConstraint(
            model_name="loan",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0)), name="loan_lends_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="loan",
            constraint=models.CheckConstraint(
                condition=models.Q(("rate__gte", 0), ("rate__lt", 100)), name="loan_rate_is_a_rate"
            ),
        ),
        migrations.AddConstraint(
            model_name="loan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("forgiven__gte", 0), ("interest__gte", 0), ("owed__gte", 0), ("repaid__gte", 0)
                ),
                name="loan_is_never_overpaid",
            ),
        ),
        migrations.AddConstraint(
            model_name="loan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "outside",
                        django.db.models.expressions.CombinedExpression(
                            django.db.models.expressions.CombinedExpression(
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("owed"), "*", models.Value(-1)
                                    ),
                                    "-",
                                    models.F("repaid"),
                                ),
                                "-",
                                models.F("forgiven"),
                            ),
                            "-",
                            models.F("interest"),
                        ),
                    )
                ),
                name="loan_adds_up",
            ),
        ),
        migrations.AddConstraint(
            model_name="loan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("forgiven", 0), ("outside", 0), ("owed", 0), ("repaid", 0)),
                    (
                        "amount",
                        django.db.models.expressions.CombinedExpression(
                            django.db.models.expressions.CombinedExpression(
                                models.F("owed"), "+", models.F("repaid")
                            ),
                            "+",
                            models.F("forgiven"),
                        ),
                    ),
                    _connector="OR",
                ),
                name="loan_is_owed_repaid_or_forgiven",
            ),
        ),
        migrations.AddConstraint(
            model_name="loan",
            constraint=models.UniqueConstraint(fields=("agency", "key"), name="loan_pressed_once"),
        ),
        migrations.AddConstraint(
            model_name="forgiveness",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "proposed")),
                fields=("loan",),
                name="one_forgiveness_waits",
            ),
        ),
        migrations.AddConstraint(
            model_name="forgiveness",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "agreed"), _negated=True),
                    models.Q(
                        ("ended_by__isnull", False),
                        models.Q(("ended_by", models.F("proposed_by")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="forgiven_by_four_eyes",
            ),
        ),
        migrations.AddConstraint(
            model_name="forgiveness",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("state", "proposed")),
                    models.Q(
                        models.Q(("state", "proposed"), _negated=True), ("ended_at__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="forgiveness_ends_at_a_moment",
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0)), name="loan_entry_moves_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("corrects__isnull", False), ("kind", "corrected")),
                    models.Q(
                        ("corrects", None),
                        ("kind", "lent"),
                        ("put_into", "owed"),
                        ("taken_from", "outside"),
                    ),
                    models.Q(
                        ("corrects", None),
                        ("kind", "repaid"),
                        ("put_into", "repaid"),
                        ("taken_from", "owed"),
                    ),
                    models.Q(
                        ("corrects", None),
                        ("kind", "interest"),
                        ("put_into", "interest"),
                        ("taken_from", "outside"),
                    ),
                    models.Q(
                        ("corrects", None),
                        ("kind", "forgiven"),
                        ("put_into", "forgiven"),
                        ("taken_from", "owed"),
                    ),
                    _connector="OR",
                ),
                name="loan_entry_moves_as_it_says",
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(
                fields=("loan", "number"), name="loan_entry_numbered_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(
                fields=("loan", "key", "kind", "put_into"), name="loan_entry_pressed_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="schedule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "first"), ("number", 1), ("why", "")),
                    models.Q(
                        models.Q(("kind", "first"), _negated=True),
                        ("number__gt", 1),
                        models.Q(("why", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="schedule_changed_for_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="schedule",
            constraint=models.CheckConstraint(
                condition=models.Q(("principal__gt", 0)), name="schedule_of_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="schedule",
            constraint=models.UniqueConstraint(
                fields=("loan", "number"), name="schedule_numbered_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="schedule",
            constraint=models.UniqueConstraint(
                fields=("loan", "key"), name="schedule_pressed_once"
            ),
        ),
        GuardRows("loan", Loan.guarded),
        GuardRows("entry", Entry.guarded),
        GuardRows("schedule", Schedule.guarded),
        GuardRows("forgiveness", Forgiveness.guarded),
        SameHolder("loan", of="cases.Case", column="case_id"),
        SameHolder("entry", of="lending.Loan", column="loan_id"),
        SameHolder("schedule", of="lending.Loan", column="loan_id"),
        SameHolder("forgiveness", of="lending.Loan", column="loan_id"),
        Changeable("loan", "ask_on"),
        AppendOnly("entry"),
        AppendOnly("schedule"),
        Changeable("forgiveness", "state", "ended_at", "ended_by_id"),
        KeepBooks(
            "entry",
            owner="agency_id",
            loan=("Loan", ("outside", "owed", "repaid", "forgiven", "interest")),
        ),
    ]
