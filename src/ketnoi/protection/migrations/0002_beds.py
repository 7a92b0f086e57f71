"""Beds by unit and who counted them; a stay has a code of its own and names its file by code."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from ketnoi.foundation.guard import AlsoChangeable, AppendOnly, Changeable, GuardRows
from ketnoi.protection.models import Beds, NightCount

UNITS = [
    ("women", "Phòng cho người ở một mình"),
    ("mother_child", "Phòng cho mẹ và con"),
    ("accessible", "Phòng cho người khuyết tật"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0010_bells"),
        ("directory", "0004_counted_beds"),
        ("protection", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Beds",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "unit",
                    models.CharField(choices=UNITS, max_length=20, verbose_name="phòng"),
                ),
                ("places", models.PositiveSmallIntegerField(null=True, verbose_name="số chỗ")),
                ("taken", models.PositiveSmallIntegerField(default=0, verbose_name="đã có người")),
                ("changed_at", models.DateTimeField()),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="NightCount",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("night", models.DateField(verbose_name="đêm")),
                ("taken", models.PositiveSmallIntegerField(verbose_name="chỗ có người")),
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
            ],
        ),
        migrations.AddIndex(
            model_name="nightcount",
            index=models.Index(fields=["agency", "-at"], name="night_of_shelter"),
        ),
        migrations.AddConstraint(
            model_name="beds",
            constraint=models.UniqueConstraint(fields=("agency", "unit"), name="beds_of_a_unit"),
        ),
        migrations.AddConstraint(
            model_name="beds",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("places", None), ("taken__lte", models.F("places")), _connector="OR"
                ),
                name="no_bed_is_taken_twice",
            ),
        ),
        migrations.AddConstraint(
            model_name="beds",
            constraint=models.CheckConstraint(
                condition=models.Q(("taken__gte", 0)), name="no_fewer_than_no_bed_is_taken"
            ),
        ),
        migrations.AddField(
            model_name="shelterstay",
            name="code",
            field=models.CharField(default="", max_length=16, verbose_name="mã lần tạm lánh"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="shelterstay",
            name="file_code",
            field=models.CharField(default="", max_length=16, verbose_name="mã hồ sơ"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="shelterstay",
            name="children",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="con cùng vào"),
        ),
        migrations.AddField(
            model_name="shelterstay",
            name="rules_heard_on",
            field=models.DateField(null=True, verbose_name="nghe nội quy ngày"),
        ),
        migrations.AddIndex(
            model_name="shelterstay",
            index=models.Index(
                condition=models.Q(("left_at", None)), fields=["agency"], name="running_stays"
            ),
        ),
        GuardRows("beds", Beds.guarded),
        GuardRows("nightcount", NightCount.guarded),
        Changeable("beds", "places", "taken", "changed_at"),
        AppendOnly("nightcount"),
        AlsoChangeable("shelterstay", "unit", "rules_heard_on"),
    ]
