"""Walk-ins with their wishes, children's papers, appointments, consultation sessions."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import ketnoi.foundation.crypto.fields
from ketnoi.foundation.guard import AppendOnly, Changeable, GuardRows, SameHolder
from ketnoi.osso.models import (
    Appointment,
    AppointmentEvent,
    ChildPapers,
    Session,
    WalkIn,
    Wish,
)

TABLES = ("walkin", "wish", "childpapers", "appointment", "appointmentevent", "session")


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("foundation", "0001_initial"),
        ("agencies", "0001_initial"),
        ("cases", "0015_more_waits"),
        ("people", "0009_countries"),
    ]

    operations = [
        migrations.CreateModel(
            name="WalkIn",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("VN", "Việt Nam"),
                            ("KR", "Hàn Quốc"),
                            ("TW", "Đài Loan"),
                            ("CN", "Trung Quốc"),
                            ("JP", "Nhật Bản"),
                            ("MY", "Ma-lai-xi-a"),
                            ("SG", "Xin-ga-po"),
                            ("KH", "Cam-pu-chia"),
                            ("LA", "Lào"),
                            ("TH", "Thái Lan"),
                            ("AE", "Các Tiểu vương quốc Ả Rập Thống nhất"),
                            ("SA", "Ả Rập Xê Út"),
                            ("US", "Hoa Kỳ"),
                            ("ZZ", "Nước khác"),
                        ],
                        max_length=2,
                        verbose_name="về từ nước nào",
                    ),
                ),
                ("back_year", models.PositiveSmallIntegerField(null=True, verbose_name="năm về")),
                (
                    "words",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True,
                        default=b"",
                        editable=True,
                        verbose_name="điều chị ấy mong muốn",
                    ),
                ),
                ("came_at", models.DateTimeField(verbose_name="đến lúc")),
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
                    "received_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Wish",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("legal", "Pháp lý, hộ tịch"),
                            ("mind", "Tâm lý"),
                            ("training", "Giáo dục, đào tạo, học nghề"),
                            ("work", "Việc làm, vay vốn"),
                            ("health", "Sức khỏe"),
                            ("violence", "Phòng, chống bạo lực giới"),
                            ("family", "Gia đình và con"),
                        ],
                        max_length=20,
                        verbose_name="loại dịch vụ",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waits", "Chưa xếp"),
                            ("here", "Văn phòng tự hỗ trợ"),
                            ("referred", "Đã chuyển nơi khác"),
                            ("dropped", "Người được hỗ trợ không cần nữa"),
                        ],
                        default="waits",
                        max_length=20,
                    ),
                ),
                ("referral", models.UUIDField(null=True)),
                ("asked_at", models.DateTimeField()),
                ("answered_at", models.DateTimeField(null=True)),
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
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "walk_in",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="osso.walkin",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ChildPapers",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "born_in",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("VN", "Việt Nam"),
                            ("KR", "Hàn Quốc"),
                            ("TW", "Đài Loan"),
                            ("CN", "Trung Quốc"),
                            ("JP", "Nhật Bản"),
                            ("MY", "Ma-lai-xi-a"),
                            ("SG", "Xin-ga-po"),
                            ("KH", "Cam-pu-chia"),
                            ("LA", "Lào"),
                            ("TH", "Thái Lan"),
                            ("AE", "Các Tiểu vương quốc Ả Rập Thống nhất"),
                            ("SA", "Ả Rập Xê Út"),
                            ("US", "Hoa Kỳ"),
                            ("ZZ", "Nước khác"),
                        ],
                        max_length=2,
                        verbose_name="sinh ở nước nào",
                    ),
                ),
                (
                    "registered",
                    models.CharField(
                        choices=[
                            ("here", "Đã khai sinh ở Việt Nam"),
                            ("abroad", "Đã khai sinh ở nước ngoài"),
                            ("nowhere", "Chưa khai sinh ở đâu"),
                            ("unknown", "Chưa rõ"),
                        ],
                        max_length=10,
                        verbose_name="khai sinh",
                    ),
                ),
                (
                    "nationality",
                    models.CharField(
                        choices=[
                            ("ours", "Việt Nam"),
                            ("other", "Nước ngoài"),
                            ("both", "Việt Nam và nước ngoài"),
                            ("none", "Chưa có quốc tịch nào"),
                            ("unknown", "Chưa rõ"),
                        ],
                        max_length=10,
                        verbose_name="quốc tịch",
                    ),
                ),
                ("noted_at", models.DateTimeField()),
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
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "tie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.tie",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Appointment",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("code", models.CharField(max_length=16, verbose_name="mã hồ sơ")),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("legal", "Pháp lý, hộ tịch"),
                            ("mind", "Tâm lý"),
                            ("training", "Giáo dục, đào tạo, học nghề"),
                            ("work", "Việc làm, vay vốn"),
                            ("health", "Sức khỏe"),
                            ("violence", "Phòng, chống bạo lực giới"),
                            ("family", "Gia đình và con"),
                        ],
                        max_length=20,
                        verbose_name="về việc gì",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("office", "Tại văn phòng một cửa"),
                            ("phone", "Qua điện thoại"),
                            ("online", "Gọi hình, nhắn tin"),
                            ("visit", "Đến tận nơi"),
                        ],
                        max_length=20,
                        verbose_name="gặp ở đâu",
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="lúc")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Đang hẹn"),
                            ("kept", "Đã gặp"),
                            ("missed", "Lỡ hẹn"),
                            ("called_off", "Đã hủy"),
                        ],
                        default="planned",
                        max_length=20,
                    ),
                ),
                ("made_at", models.DateTimeField()),
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
            name="AppointmentEvent",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("made", "Đặt hẹn"),
                            ("moved", "Đổi ngày giờ"),
                            ("kept", "Đã gặp"),
                            ("missed", "Lỡ hẹn"),
                            ("called_off", "Hủy hẹn"),
                            ("called", "Gọi lại sau khi lỡ hẹn"),
                        ],
                        max_length=20,
                    ),
                ),
                ("starts_at", models.DateTimeField(null=True)),
                (
                    "why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("her_wish", "Theo mong muốn của người được hỗ trợ"),
                            ("office", "Văn phòng không gặp được lúc đó"),
                            ("not_safe", "Gặp lúc này chưa an toàn"),
                            ("ended", "Hồ sơ đã kết thúc"),
                            ("other", "Lý do khác"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("new_day", "Hẹn lại ngày khác"),
                            ("not_reached", "Chưa liên hệ được, sẽ gọi lại"),
                            ("declines", "Người được hỗ trợ không cần hẹn nữa"),
                        ],
                        max_length=20,
                    ),
                ),
                ("at", models.DateTimeField()),
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
                    "appointment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="osso.appointment",
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
            ],
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("legal", "Pháp lý, hộ tịch"),
                            ("mind", "Tâm lý"),
                            ("training", "Giáo dục, đào tạo, học nghề"),
                            ("work", "Việc làm, vay vốn"),
                            ("health", "Sức khỏe"),
                            ("violence", "Phòng, chống bạo lực giới"),
                            ("family", "Gia đình và con"),
                        ],
                        max_length=20,
                        verbose_name="loại dịch vụ",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("office", "Tại văn phòng một cửa"),
                            ("phone", "Qua điện thoại"),
                            ("online", "Gọi hình, nhắn tin"),
                            ("visit", "Đến tận nơi"),
                        ],
                        max_length=20,
                        verbose_name="cách gặp",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="ngày")),
                ("minutes", models.PositiveSmallIntegerField(null=True, verbose_name="số phút")),
                ("noted_at", models.DateTimeField()),
                ("mistaken_at", models.DateTimeField(null=True)),
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
                    "appointment",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="osso.appointment",
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
                (
                    "tie",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.tie",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="walkin",
            index=models.Index(fields=["case", "-came_at"], name="walk_in_of_case"),
        ),
        migrations.AddConstraint(
            model_name="wish",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "waits")),
                fields=("case", "agency", "category"),
                name="one_wish_waits",
            ),
        ),
        migrations.AddConstraint(
            model_name="wish",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("referral__isnull", False), ("state", "referred")),
                    models.Q(models.Q(("state", "referred"), _negated=True), ("referral", None)),
                    _connector="OR",
                ),
                name="handed_on_by_a_referral",
            ),
        ),
        migrations.AddIndex(
            model_name="childpapers",
            index=models.Index(fields=["case", "-noted_at"], name="child_papers_of_case"),
        ),
        migrations.AddIndex(
            model_name="appointment",
            index=models.Index(fields=["case", "-starts_at"], name="appointment_of_case"),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "planned")),
                fields=("case", "agency", "starts_at"),
                name="planned_once",
            ),
        ),
        migrations.AddIndex(
            model_name="appointmentevent",
            index=models.Index(fields=["appointment", "at"], name="step_of_appointment"),
        ),
        migrations.AddIndex(
            model_name="session",
            index=models.Index(fields=["agency", "held_on"], name="session_of_office"),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("mistaken_at", None), ("mistaken_by", None)),
                    models.Q(
                        models.Q(("mistaken_at", None), _negated=True),
                        models.Q(("mistaken_by", None), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="session_mistaken_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(("minutes", None), ("minutes__gt", 0), _connector="OR"),
                name="session_takes_time",
            ),
        ),
        GuardRows("walkin", WalkIn.guarded),
        GuardRows("wish", Wish.guarded),
        GuardRows("childpapers", ChildPapers.guarded),
        GuardRows("appointment", Appointment.guarded),
        GuardRows("appointmentevent", AppointmentEvent.guarded),
        GuardRows("session", Session.guarded),
        *(SameHolder(table, of="cases.Case", column="case_id") for table in TABLES),
        AppendOnly("walkin"),
        Changeable("wish", "state", "referral", "answered_at", "answered_by_id"),
        AppendOnly("childpapers"),
        Changeable("appointment", "starts_at", "state"),
        AppendOnly("appointmentevent"),
        Changeable("session", "mistaken_at", "mistaken_by_id"),
    ]
