"""How she lives, and her plan with goals and steps, each under row security."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import ketnoi.foundation.crypto.fields
from ketnoi.foundation.guard import AppendOnly, Changeable, GuardRows, SameHolder
from ketnoi.support.models import Assessment, Finding, Goal, Plan, PlanStep


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0010_bells"),
        ("cases", "0016_plans"),
        ("support", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Assessment",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "occasion",
                    models.CharField(
                        choices=[
                            ("intake", "Lúc tiếp nhận"),
                            ("between", "Trong thời gian hỗ trợ"),
                            ("twelve", "Sau 12 tháng"),
                        ],
                        max_length=20,
                        verbose_name="dịp",
                    ),
                ),
                ("asked_on", models.DateField(verbose_name="hỏi ngày")),
                ("noted_at", models.DateTimeField(verbose_name="ghi lúc")),
                ("mistaken_at", models.DateTimeField(null=True, verbose_name="ghi nhầm lúc")),
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
                    "mistaken_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "area",
                    models.CharField(
                        choices=[
                            ("safety", "An toàn"),
                            ("health", "Sức khỏe"),
                            ("mind", "Tinh thần"),
                            ("papers", "Giấy tờ"),
                            ("housing", "Chỗ ở"),
                            ("income", "Thu nhập"),
                            ("skills", "Học hành, tay nghề"),
                            ("family", "Gia đình"),
                            ("community", "Làng xóm, bạn bè"),
                        ],
                        max_length=20,
                        verbose_name="lĩnh vực",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("very_hard", "Rất khó: cần người giúp ngay"),
                            ("hard", "Khó: thường phải có người giúp"),
                            ("in_between", "Tạm được: đôi lúc cần người giúp"),
                            ("fair", "Khá: phần lớn tự lo được"),
                            ("good", "Ổn: tự lo được và thấy yên tâm"),
                        ],
                        max_length=20,
                        verbose_name="mức",
                    ),
                ),
                (
                    "words",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="điều chị ấy cho biết"
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
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="support.assessment",
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
            ],
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "told",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                (
                    "area",
                    models.CharField(
                        choices=[
                            ("safety", "An toàn"),
                            ("health", "Sức khỏe"),
                            ("mind", "Tinh thần"),
                            ("papers", "Giấy tờ"),
                            ("housing", "Chỗ ở"),
                            ("income", "Thu nhập"),
                            ("skills", "Học hành, tay nghề"),
                            ("family", "Gia đình"),
                            ("community", "Làng xóm, bạn bè"),
                        ],
                        max_length=20,
                        verbose_name="lĩnh vực",
                    ),
                ),
                (
                    "words",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="điều chị ấy mong muốn"
                    ),
                ),
                ("set_at", models.DateTimeField()),
                (
                    "ended_as",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("met", "Đã đạt được"),
                            ("let_go", "Chị ấy không còn muốn"),
                            ("mistaken", "Ghi nhầm"),
                        ],
                        max_length=20,
                        verbose_name="kết thúc vì",
                    ),
                ),
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
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("review_on", models.DateField(verbose_name="xem lại ngày")),
                ("made_at", models.DateTimeField()),
                ("reviewed_at", models.DateTimeField(null=True, verbose_name="đã xem lại lúc")),
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
                (
                    "reviewed_by",
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
            name="PlanStep",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("code", models.CharField(max_length=16, verbose_name="mã hồ sơ")),
                (
                    "words",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="việc cần làm"
                    ),
                ),
                ("due_on", models.DateField(verbose_name="xong trước hết ngày")),
                ("given_at", models.DateTimeField()),
                ("returned_at", models.DateTimeField(null=True, verbose_name="quay lại lúc")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("done", "Đã xong"),
                            ("partly", "Xong một phần"),
                            ("not_possible", "Không làm được"),
                            ("changed_mind", "Chị ấy đổi ý"),
                        ],
                        max_length=20,
                        verbose_name="kết quả",
                    ),
                ),
                (
                    "told",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="kết quả ra sao"
                    ),
                ),
                ("reported_at", models.DateTimeField(null=True)),
                ("dropped_at", models.DateTimeField(null=True, verbose_name="bỏ lúc")),
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
                    "dropped_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="support.goal",
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
                    "reported_by",
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
            model_name="assessment",
            index=models.Index(fields=["case", "asked_on"], name="assessment_of_case"),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("mistaken_at", None), ("mistaken_by", None)),
                    models.Q(
                        models.Q(("mistaken_at", None), _negated=True),
                        models.Q(("mistaken_by", None), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="assessment_mistaken_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.UniqueConstraint(
                fields=("assessment", "area"), name="area_asked_once"
            ),
        ),
        migrations.AddIndex(
            model_name="goal",
            index=models.Index(fields=["case", "set_at"], name="goal_of_case"),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_as", ""), ("ended_at", None)),
                    models.Q(
                        models.Q(("ended_as", ""), _negated=True),
                        models.Q(("ended_at", None), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="goal_ended_at_a_moment",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.UniqueConstraint(fields=("case",), name="one_plan_of_a_file"),
        ),
        migrations.AddIndex(
            model_name="planstep",
            index=models.Index(fields=["case", "due_on"], name="step_of_case"),
        ),
        migrations.AddConstraint(
            model_name="planstep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", ""), ("reported_at", None), ("reported_by", None)),
                    models.Q(
                        models.Q(("outcome", ""), _negated=True),
                        models.Q(("reported_at", None), _negated=True),
                        models.Q(("reported_by", None), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="step_reported_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="planstep",
            constraint=models.CheckConstraint(
                condition=models.Q(("dropped_at", None), ("outcome", ""), _connector="OR"),
                name="step_reported_or_dropped",
            ),
        ),
        GuardRows("assessment", Assessment.guarded),
        GuardRows("finding", Finding.guarded),
        GuardRows("goal", Goal.guarded),
        GuardRows("plan", Plan.guarded),
        GuardRows("planstep", PlanStep.guarded),
        SameHolder("assessment", of="cases.Case", column="case_id"),
        SameHolder("finding", of="cases.Case", column="case_id"),
        SameHolder("goal", of="cases.Case", column="case_id"),
        SameHolder("plan", of="cases.Case", column="case_id"),
        SameHolder("planstep", of="cases.Case", column="case_id"),
        Changeable("assessment", "mistaken_at", "mistaken_by_id"),
        AppendOnly("finding"),
        Changeable("goal", "told", "ended_as", "ended_at", "ended_by_id"),
        Changeable("plan", "review_on", "reviewed_at", "reviewed_by_id"),
        Changeable(
            "planstep",
            "agency_id",
            "due_on",
            "returned_at",
            "outcome",
            "told",
            "reported_at",
            "reported_by_id",
            "dropped_at",
            "dropped_by_id",
        ),
    ]
