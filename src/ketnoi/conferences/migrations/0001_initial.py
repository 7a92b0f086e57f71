"""Work given across agencies, and conferences about a file, each under row security."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import ketnoi.foundation.crypto.fields
from ketnoi.conferences.models import (
    AgendaItem,
    Assignment,
    Attendance,
    Conference,
    ConferenceEvent,
    Invitee,
    Minutes,
)
from ketnoi.foundation.guard import AppendOnly, Changeable, GuardRows, SameHolder


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("foundation", "0008_hidden"),
        ("agencies", "0008_told"),
        ("cases", "0014_waits"),
    ]

    operations = [
        migrations.CreateModel(
            name="Conference",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seal", models.UUIDField()),
                ("code", models.CharField(max_length=16, verbose_name="mã hồ sơ")),
                (
                    "invited",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="bắt đầu lúc")),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("in_place", "Tại chỗ"),
                            ("phone", "Qua điện thoại"),
                            ("online", "Trực tuyến"),
                        ],
                        max_length=20,
                        verbose_name="cách họp",
                    ),
                ),
                (
                    "place",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="nơi họp hoặc liên kết"
                    ),
                ),
                (
                    "her_part",
                    models.CharField(
                        choices=[
                            ("comes", "Đã hỏi, người đó dự họp"),
                            ("spoken_for", "Đã hỏi, người đó nhờ nói thay"),
                            ("declines", "Đã hỏi, người đó không muốn dự"),
                            ("not_asked", "Chưa hỏi"),
                        ],
                        max_length=20,
                        verbose_name="người được hỗ trợ",
                    ),
                ),
                (
                    "not_asked",
                    models.CharField(
                        choices=[
                            ("not_safe", "Chưa có cách hỏi an toàn"),
                            ("not_reached", "Chưa liên hệ được"),
                            ("not_able", "Sức khỏe chưa cho phép"),
                        ],
                        max_length=20,
                        verbose_name="vì sao chưa hỏi",
                    ),
                ),
                (
                    "her_words",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True,
                        default=b"",
                        editable=True,
                        verbose_name="điều người đó nhờ nói thay",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("called", "Chờ họp"),
                            ("held", "Đã họp"),
                            ("called_off", "Đã hủy"),
                        ],
                        default="called",
                        max_length=20,
                    ),
                ),
                ("called_at", models.DateTimeField()),
                (
                    "called_by",
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
            name="Attendance",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "invited",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                (
                    "presence",
                    models.CharField(
                        choices=[
                            ("member", "Cán bộ"),
                            ("her", "Người được hỗ trợ"),
                            ("representative", "Người đại diện"),
                        ],
                        max_length=20,
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
                    "member",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "conference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="conferences.conference",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seal", models.UUIDField()),
                ("code", models.CharField(max_length=16, verbose_name="mã hồ sơ")),
                (
                    "invited",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("call", "Gọi điện"),
                            ("go_along", "Đi cùng"),
                            ("papers", "Chuẩn bị giấy tờ"),
                            ("visit", "Thăm tại nhà"),
                            ("appointment", "Hẹn khám"),
                            ("other", "Việc khác"),
                        ],
                        max_length=20,
                        verbose_name="loại việc",
                    ),
                ),
                (
                    "words",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="việc cần làm"
                    ),
                ),
                ("given_at", models.DateTimeField()),
                ("due_at", models.DateTimeField(verbose_name="hạn")),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("done", "Đã làm xong"),
                            ("cannot", "Không làm được"),
                            ("left", "Nơi nhận không còn tham gia hồ sơ"),
                        ],
                        max_length=20,
                        verbose_name="kết quả",
                    ),
                ),
                (
                    "cannot",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("no_time", "Không kịp thời hạn"),
                            ("not_ours", "Không thuộc việc của đơn vị"),
                            ("not_reached", "Không liên hệ được với người được hỗ trợ"),
                            ("her_wish", "Người được hỗ trợ không muốn"),
                            ("not_safe", "Chưa làm được một cách an toàn"),
                        ],
                        max_length=20,
                        verbose_name="vì sao không",
                    ),
                ),
                (
                    "outcome",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="kết quả ra sao"
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
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
                    "from_agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
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
                    "holder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "instead_of",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="conferences.assignment",
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
                (
                    "to_member",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "conference",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="conferences.conference",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seal", models.UUIDField()),
                (
                    "invited",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "words",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="nội dung"
                    ),
                ),
                ("proposed_at", models.DateTimeField()),
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
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "conference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="conferences.conference",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ConferenceEvent",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "invited",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("called", "Gọi họp"),
                            ("moved", "Đổi ngày họp"),
                            ("called_off", "Hủy họp"),
                            ("held", "Ghi biên bản"),
                            ("confirmed", "Xác nhận biên bản"),
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
                            ("too_few", "Chưa đủ nơi dự họp"),
                            ("not_safe", "Họp lúc này chưa an toàn"),
                            ("solved", "Việc đã được giải quyết"),
                            ("other", "Lý do khác"),
                        ],
                        max_length=20,
                        verbose_name="vì sao",
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
                    "conference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="conferences.conference",
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
            name="Invitee",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "invited",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                (
                    "coming",
                    models.CharField(
                        blank=True,
                        choices=[("comes", "Có dự"), ("does_not", "Không dự được")],
                        max_length=20,
                        verbose_name="có dự không",
                    ),
                ),
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
                    "answered_by",
                    models.ForeignKey(
                        null=True,
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
                    "conference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="conferences.conference",
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
            name="Minutes",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seal", models.UUIDField()),
                (
                    "invited",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                ("is_correction", models.BooleanField(default=False)),
                (
                    "body",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="biên bản"
                    ),
                ),
                ("written_at", models.DateTimeField(verbose_name="viết lúc")),
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
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "conference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="conferences.conference",
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
        migrations.AddIndex(
            model_name="conference",
            index=models.Index(fields=["case", "-starts_at"], name="conference_of_case"),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.UniqueConstraint(
                fields=("conference", "presence", "member"), name="came_once", nulls_distinct=False
            ),
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(fields=["case", "-given_at"], name="assignment_of_case"),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", ""), ("answered_at", None)),
                    models.Q(
                        models.Q(("answer", ""), _negated=True),
                        models.Q(("answered_at", None), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="answered_at_a_moment",
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("ended_by", None)),
                    models.Q(
                        models.Q(("ended_at", None), _negated=True),
                        models.Q(("ended_by", None), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="work_ended_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.UniqueConstraint(
                fields=("conference", "position"), name="agenda_in_order"
            ),
        ),
        migrations.AddIndex(
            model_name="conferenceevent",
            index=models.Index(fields=["conference", "at"], name="event_of_conference"),
        ),
        migrations.AddConstraint(
            model_name="conferenceevent",
            constraint=models.UniqueConstraint(
                condition=models.Q(("step", "confirmed")),
                fields=("conference",),
                name="confirmed_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitee",
            constraint=models.UniqueConstraint(
                fields=("conference", "agency"), name="invited_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="minutes",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_correction", False)),
                fields=("conference",),
                name="minutes_once",
            ),
        ),
        GuardRows("conference", Conference.guarded),
        GuardRows("conferenceevent", ConferenceEvent.guarded),
        GuardRows("invitee", Invitee.guarded),
        GuardRows("agendaitem", AgendaItem.guarded),
        GuardRows("attendance", Attendance.guarded),
        GuardRows("minutes", Minutes.guarded),
        GuardRows("assignment", Assignment.guarded),
        SameHolder("conference", of="cases.Case", column="case_id"),
        SameHolder("conferenceevent", of="cases.Case", column="case_id"),
        SameHolder("invitee", of="cases.Case", column="case_id"),
        SameHolder("agendaitem", of="cases.Case", column="case_id"),
        SameHolder("attendance", of="cases.Case", column="case_id"),
        SameHolder("minutes", of="cases.Case", column="case_id"),
        SameHolder("assignment", of="cases.Case", column="case_id"),
        Changeable("conference", "starts_at", "state", "her_part", "not_asked", "her_words"),
        AppendOnly("conferenceevent"),
        Changeable("invitee", "coming", "answered_at", "answered_by_id"),
        AppendOnly("agendaitem"),
        AppendOnly("attendance"),
        AppendOnly("minutes"),
        Changeable(
            "assignment",
            "answer",
            "cannot",
            "outcome",
            "answered_at",
            "answered_by_id",
            "ended_at",
            "ended_by_id",
        ),
    ]
