"""Savings groups: their members, their box, and every entry in their book."""

import uuid

import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models

import ketnoi.foundation.crypto.fields
from ketnoi.foundation.books import KeepBooks
from ketnoi.foundation.guard import AppendOnly, Changeable, GuardRows
from ketnoi.lending.models import Group, GroupEntry, Saver


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0010_bells"),
        ("lending", "0001_initial"),
        ("people", "0009_countries"),
        ("places", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Group",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="tên tổ")),
                ("share", models.BigIntegerField(verbose_name="một phần góp")),
                ("opened_on", models.DateField(verbose_name="lập ngày")),
                ("opened_at", models.DateTimeField()),
                ("ended_on", models.DateField(null=True, verbose_name="thôi hoạt động ngày")),
                (
                    "saved",
                    models.BigIntegerField(default=0, verbose_name="tiết kiệm của thành viên"),
                ),
                ("lent", models.BigIntegerField(default=0, verbose_name="đang cho vay")),
                ("box", models.BigIntegerField(default=0, verbose_name="hộp tiền")),
                ("earned", models.BigIntegerField(default=0, verbose_name="lãi, lỗ của tổ")),
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
            name="Saver",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="số thành viên")),
                (
                    "name",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="tên"
                    ),
                ),
                ("joined_at", models.DateTimeField()),
                ("left_at", models.DateTimeField(null=True, verbose_name="rời tổ lúc")),
                ("saved", models.BigIntegerField(default=0, verbose_name="tiết kiệm")),
                ("lent", models.BigIntegerField(default=0, verbose_name="đang vay")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="lending.group",
                    ),
                ),
                (
                    "joined_by",
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
        migrations.CreateModel(
            name="GroupEntry",
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
                            ("saved", "Góp tiết kiệm"),
                            ("drawn", "Rút tiết kiệm"),
                            ("borrowed", "Vay từ hộp"),
                            ("returned", "Trả gốc vào hộp"),
                            ("cost", "Trả lãi vào hộp"),
                            ("written_off", "Tổ thôi đòi"),
                            ("shared", "Chia: tiết kiệm"),
                            ("gained", "Chia: phần lãi"),
                            ("lost", "Chia: phần thiếu"),
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
                            ("saved", "Tiết kiệm của thành viên"),
                            ("lent", "Đang cho vay"),
                            ("box", "Hộp tiền"),
                            ("earned", "Lãi, lỗ của tổ"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "put_into",
                    models.CharField(
                        choices=[
                            ("saved", "Tiết kiệm của thành viên"),
                            ("lent", "Đang cho vay"),
                            ("box", "Hộp tiền"),
                            ("earned", "Lãi, lỗ của tổ"),
                        ],
                        max_length=20,
                    ),
                ),
                ("amount", models.BigIntegerField(verbose_name="số tiền")),
                ("on", models.DateField(verbose_name="ngày")),
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
                        to="lending.groupentry",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="lending.group",
                    ),
                ),
                (
                    "saver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="lending.saver",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="group",
            constraint=models.CheckConstraint(
                condition=models.Q(("share__gt", 0)), name="group_share_is_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="group",
            constraint=models.CheckConstraint(
                condition=models.Q(("box__gte", 0), ("lent__gte", 0), ("saved__lte", 0)),
                name="group_box_is_never_overdrawn",
            ),
        ),
        migrations.AddConstraint(
            model_name="group",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "saved",
                        django.db.models.expressions.CombinedExpression(
                            django.db.models.expressions.CombinedExpression(
                                django.db.models.expressions.CombinedExpression(
                                    models.F("lent"), "*", models.Value(-1)
                                ),
                                "-",
                                models.F("box"),
                            ),
                            "-",
                            models.F("earned"),
                        ),
                    )
                ),
                name="group_adds_up",
            ),
        ),
        migrations.AddConstraint(
            model_name="saver",
            constraint=models.CheckConstraint(
                condition=models.Q(("lent__gte", 0), ("saved__lte", 0)),
                name="saver_is_never_overdrawn",
            ),
        ),
        migrations.AddConstraint(
            model_name="saver",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("left_at", None), models.Q(("lent", 0), ("saved", 0)), _connector="OR"
                ),
                name="saver_leaves_with_nothing_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="saver",
            constraint=models.UniqueConstraint(
                fields=("group", "number"), name="saver_numbered_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="groupentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0)), name="group_entry_moves_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="groupentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("corrects__isnull", False), ("kind", "corrected")),
                    models.Q(
                        ("corrects", None),
                        ("kind", "saved"),
                        ("put_into", "box"),
                        ("taken_from", "saved"),
                    ),
                    models.Q(
                        ("corrects", None),
                        ("kind", "drawn"),
                        ("put_into", "saved"),
                        ("taken_from", "box"),
                    ),
                    models.Q(
                        ("corrects", None),
                        ("kind", "borrowed"),
                        ("put_into", "lent"),
                        ("taken_from", "box"),
                    ),
                    models.Q(
                        ("corrects", None),
                        ("kind", "returned"),
                        ("put_into", "box"),
                        ("taken_from", "lent"),
                    ),
                    models.Q(
                        ("corrects", None),
                        ("kind", "cost"),
                        ("put_into", "box"),
                        ("taken_from", "earned"),
                    ),
                    models.Q(
                        ("corrects", None),
                        ("kind", "written_off"),
                        ("put_into", "earned"),
                        ("taken_from", "lent"),
                    ),
                    models.Q(
                        ("corrects", None),
                        ("kind", "shared"),
                        ("put_into", "saved"),
                        ("taken_from", "box"),
                    ),
                    models.Q(
                        ("corrects", None),
                        ("kind", "gained"),
                        ("put_into", "earned"),
                        ("taken_from", "box"),
                    ),
                    models.Q(
                        ("corrects", None),
                        ("kind", "lost"),
                        ("put_into", "saved"),
                        ("taken_from", "earned"),
                    ),
                    _connector="OR",
                ),
                name="group_entry_moves_as_it_says",
            ),
        ),
        migrations.AddConstraint(
            model_name="groupentry",
            constraint=models.UniqueConstraint(
                fields=("group", "number"), name="group_entry_numbered_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="groupentry",
            constraint=models.UniqueConstraint(
                fields=("group", "key", "saver", "kind"), name="group_entry_pressed_once"
            ),
        ),
        GuardRows("group", Group.guarded),
        GuardRows("saver", Saver.guarded),
        GuardRows("groupentry", GroupEntry.guarded),
        Changeable("group", "ended_on"),
        Changeable("saver", "left_at"),
        AppendOnly("groupentry"),
        KeepBooks(
            "groupentry",
            owner="agency_id",
            group=("Group", ("saved", "lent", "box", "earned")),
            saver=("Saver", ("saved", "lent")),
        ),
    ]
