"""Courses of counselling, who supervises whom, groups: read by a class of their own."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import ketnoi.foundation.crypto.documents
import ketnoi.foundation.crypto.wrapped
from ketnoi.counselling import models as nouns
from ketnoi.foundation.guard import AppendOnly, Changeable, GuardRows, RunFile, SameHolder

OF_FILES = ("course", "sitting", "tally", "dangerraised", "seat", "participation")
GUARDED = {
    model._meta.model_name: model
    for model in (
        nouns.CounsellorSecret,
        nouns.Supervision,
        nouns.Course,
        nouns.Sitting,
        nouns.Tally,
        nouns.DangerRaised,
        nouns.Group,
        nouns.Meeting,
        nouns.Seat,
        nouns.Participation,
    )
}


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0010_bells"),
        ("cases", "0015_more_waits"),
    ]

    operations = [
        migrations.CreateModel(
            name="CounsellorKey",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("public", models.BinaryField()),
                (
                    "member",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="counsellor_key",
                        to="agencies.member",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Course",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("since", models.DateTimeField(verbose_name="người này từ")),
                ("closed", models.BinaryField()),
                ("begun_at", models.DateTimeField(verbose_name="bắt đầu lúc")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="kết thúc lúc")),
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
                    "counsellor",
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
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="counselling.counsellorkey",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DangerRaised",
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
                            ("harm_by_others", "Có người đe dọa hoặc có thể làm hại chị ấy"),
                            ("harm_to_self", "Chị ấy có thể tự làm hại mình"),
                            ("child", "Trẻ em đang gặp nguy hiểm"),
                            ("lured", "Có dấu hiệu bị dụ dỗ, lừa đi lần nữa"),
                        ],
                        max_length=20,
                        verbose_name="nguy hiểm",
                    ),
                ),
                ("raised_at", models.DateTimeField(verbose_name="báo lúc")),
                ("answered_at", models.DateTimeField(null=True, verbose_name="đã xem xét lúc")),
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
                    "holder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "raised_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Group",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "theme",
                    models.CharField(
                        choices=[
                            ("calm", "Bình tâm trước căng thẳng"),
                            ("self", "Tin vào mình"),
                            ("parents", "Làm mẹ"),
                            ("body", "Chăm sóc sức khỏe"),
                            ("new_start", "Bắt đầu lại"),
                        ],
                        max_length=20,
                        verbose_name="chủ đề",
                    ),
                ),
                ("room", models.CharField(max_length=60, verbose_name="phòng")),
                ("seats", models.PositiveSmallIntegerField(verbose_name="số chỗ")),
                ("begins_on", models.DateField(verbose_name="từ ngày")),
                ("closed", models.BinaryField()),
                ("made_at", models.DateTimeField(verbose_name="lập lúc")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="kết thúc lúc")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "counsellor",
                    models.ForeignKey(
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
                        to="counselling.counsellorkey",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("held_on", models.DateField(verbose_name="ngày")),
                ("minutes", models.PositiveSmallIntegerField(verbose_name="số phút")),
                (
                    "sealed_words",
                    ketnoi.foundation.crypto.documents.SealedDocument(
                        blank=True, default=b"", editable=True, least=1024
                    ),
                ),
                ("written_at", models.DateTimeField(verbose_name="ghi lúc")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "counsellor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="counselling.group",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Seat",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("since", models.DateTimeField(verbose_name="từ")),
                ("left_at", models.DateTimeField(null=True, verbose_name="thôi lúc")),
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
                    "counsellor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="counselling.group",
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
            name="Participation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
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
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "counsellor",
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
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="counselling.meeting",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="counselling.seat",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Sitting",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("in_person", "Gặp trực tiếp"),
                            ("phone", "Qua điện thoại"),
                            ("video", "Gọi có hình"),
                        ],
                        max_length=20,
                        verbose_name="cách gặp",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="ngày")),
                ("minutes", models.PositiveSmallIntegerField(verbose_name="số phút")),
                ("next_on", models.DateField(null=True, verbose_name="gặp lại ngày")),
                (
                    "sealed_words",
                    ketnoi.foundation.crypto.documents.SealedDocument(
                        blank=True, default=b"", editable=True, least=1024
                    ),
                ),
                ("written_at", models.DateTimeField(verbose_name="ghi lúc")),
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
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="counselling.course",
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
            name="Supervision",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("named_at", models.DateTimeField(verbose_name="mời lúc")),
                ("until", models.DateField(null=True, verbose_name="đến hết ngày")),
                ("agreed_at", models.DateTimeField(null=True, verbose_name="nhận lời lúc")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="thôi lúc")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "counsellor",
                    models.ForeignKey(
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
                    "supervisor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Tally",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("told", models.BooleanField(default=False, verbose_name="chị ấy đồng ý cho biết")),
                ("asked_at", models.DateTimeField(verbose_name="hỏi chị ấy lúc")),
                ("sessions", models.PositiveSmallIntegerField(default=0)),
                ("minutes", models.PositiveIntegerField(default=0)),
                ("next_on", models.DateField(null=True)),
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
                    "counsellor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "course",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tally",
                        to="counselling.course",
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
                    "seat",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tally",
                        to="counselling.seat",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CounsellorSecret",
            fields=[
                (
                    "key",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="secret",
                        serialize=False,
                        to="counselling.counsellorkey",
                    ),
                ),
                (
                    "wrapped",
                    ketnoi.foundation.crypto.wrapped.WrappedKey(
                        bound_to="counsellor-secret", kind="narrative"
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
                    "member",
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
        migrations.AddConstraint(
            model_name="course",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)),
                fields=("case", "counsellor"),
                name="one_course_with_a_counsellor",
            ),
        ),
        migrations.AddIndex(
            model_name="dangerraised",
            index=models.Index(fields=["case", "-raised_at"], name="danger_of_case"),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["group", "-held_on"], name="meeting_of_group"),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.UniqueConstraint(
                condition=models.Q(("left_at", None)),
                fields=("group", "number"),
                name="one_on_a_seat",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.UniqueConstraint(
                condition=models.Q(("left_at", None)),
                fields=("group", "case"),
                name="one_seat_for_a_woman",
            ),
        ),
        migrations.AddConstraint(
            model_name="participation",
            constraint=models.UniqueConstraint(fields=("meeting", "seat"), name="there_once"),
        ),
        migrations.AddIndex(
            model_name="sitting",
            index=models.Index(fields=["course", "-held_on"], name="sitting_of_course"),
        ),
        migrations.AddConstraint(
            model_name="sitting",
            constraint=models.CheckConstraint(
                condition=models.Q(("minutes__gt", 0)), name="sitting_takes_time"
            ),
        ),
        migrations.AddConstraint(
            model_name="supervision",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)),
                fields=("counsellor",),
                name="one_supervisor_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="supervision",
            constraint=models.CheckConstraint(
                condition=models.Q(("counsellor", models.F("supervisor")), _negated=True),
                name="nobody_supervises_herself",
            ),
        ),
        migrations.AddConstraint(
            model_name="tally",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("course", None), ("seat__isnull", False)),
                    models.Q(("course__isnull", False), ("seat", None)),
                    _connector="OR",
                ),
                name="tally_of_one_thing",
            ),
        ),
        RunFile("confiding.sql"),
        *(GuardRows(name, model.guarded) for name, model in GUARDED.items()),
        *(SameHolder(name, of="cases.Case", column="case_id") for name in OF_FILES),
        AppendOnly("counsellorkey"),
        AppendOnly("counsellorsecret"),
        Changeable("supervision", "agreed_at", "ended_at", "ended_by_id"),
        Changeable("course", "ended_at"),
        Changeable("sitting", "mistaken_at"),
        Changeable("tally", "told", "asked_at", "sessions", "minutes", "next_on"),
        Changeable("dangerraised", "answered_at", "answered_by_id"),
        Changeable("group", "ended_at"),
        AppendOnly("meeting"),
        Changeable("seat", "left_at"),
        AppendOnly("participation"),
    ]
