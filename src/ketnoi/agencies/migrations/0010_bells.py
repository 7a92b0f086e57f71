"""What rings when something waits for a member, besides a letter."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import ketnoi.foundation.crypto.wrapped
from ketnoi.agencies.models import Bell
from ketnoi.foundation.guard import Changeable, GuardRows


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0009_signed_out"),
    ]

    operations = [
        migrations.AddField(
            model_name="member",
            name="by_mail",
            field=models.BooleanField(default=True, verbose_name="báo bằng thư"),
        ),
        migrations.CreateModel(
            name="Bell",
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
                        choices=[("push", "Máy này"), ("sms", "Tin nhắn SMS"), ("zalo", "Zalo")],
                        max_length=10,
                        verbose_name="cách báo",
                    ),
                ),
                (
                    "wrapped",
                    ketnoi.foundation.crypto.wrapped.WrappedKey(bound_to="bell", kind="narrative"),
                ),
                ("since", models.DateTimeField(verbose_name="thêm lúc")),
                ("code_mark", models.CharField(blank=True, max_length=200)),
                ("code_until", models.DateTimeField(null=True, verbose_name="mã dùng được đến")),
                ("wrong_codes", models.PositiveSmallIntegerField(default=0)),
                ("confirmed_at", models.DateTimeField(null=True, verbose_name="xác nhận lúc")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="thôi lúc")),
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
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ended_at", None), ("wrapped", b""), _connector="OR"),
                        name="what_is_over_is_forgotten",
                    )
                ],
            },
        ),
        GuardRows("bell", Bell.guarded),
        Changeable(
            "bell",
            "wrapped",
            "code_mark",
            "code_until",
            "wrong_codes",
            "confirmed_at",
            "ended_at",
            "ended_by_id",
        ),
    ]
