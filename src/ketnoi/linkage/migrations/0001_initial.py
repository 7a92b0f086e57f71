import uuid

import django.db.models.deletion
from django.db import migrations, models

import ketnoi.foundation.crypto.fields
from ketnoi.foundation.guard import GuardRows
from ketnoi.linkage.models import OWN


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0002_links"),
        ("people", "0003_name_tags"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReturneeList",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("sent", "Đang đọc tệp"),
                            ("read", "Chờ bạn xem trước"),
                            ("kept", "Đang đối chiếu"),
                            ("compared", "Đã đối chiếu"),
                            ("unreadable", "Không đọc được tệp"),
                            ("destroyed", "Đã hủy"),
                        ],
                        default="sent",
                        max_length=10,
                    ),
                ),
                ("made_at", models.DateTimeField()),
                (
                    "file",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="tệp"
                    ),
                ),
                ("read_to", models.PositiveIntegerField(default=0)),
                ("good", models.PositiveIntegerField(default=0)),
                ("bad", models.PositiveIntegerField(default=0)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "keeper",
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
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Row",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "flaw",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("no_name", "Chưa có họ và tên."),
                            ("long_name", "Họ và tên quá dài."),
                            ("bad_year", "Năm sinh không hợp lý."),
                            ("bad_phone", "Số điện thoại không đọc được."),
                            ("bad_paper", "Số giấy tờ không đọc được."),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "told",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="nội dung dòng"
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
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="linkage.returneelist",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Pair",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("likely", models.PositiveSmallIntegerField()),
                ("codes", models.CharField(max_length=40)),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("open", "Chưa quyết định"),
                            ("same", "Cùng một người"),
                            ("different", "Hai người khác nhau"),
                            ("later", "Để sau"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="linkage.returneelist",
                    ),
                ),
                (
                    "one",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="linkage.row",
                    ),
                ),
                (
                    "two",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="linkage.row",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="row",
            constraint=models.UniqueConstraint(
                fields=("source", "number"), name="linkage_one_row_a_line"
            ),
        ),
        GuardRows("returneelist", OWN),
        GuardRows("row", OWN),
        GuardRows("pair", OWN),
    ]
