"""Addresses of programs that are told when something happened to a request."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import ketnoi.foundation.crypto.wrapped
from ketnoi.api.models import Delivery, Webhook
from ketnoi.foundation.guard import AppendOnly, Changeable, GuardRows


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0007_leaves"),
        ("referrals", "0005_sent"),
    ]

    operations = [
        migrations.CreateModel(
            name="Webhook",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("url", models.URLField(max_length=300, verbose_name="địa chỉ")),
                (
                    "wrapped",
                    ketnoi.foundation.crypto.wrapped.WrappedKey(
                        bound_to="webhook", kind="narrative"
                    ),
                ),
                ("since", models.DateTimeField(verbose_name="từ")),
                ("failing_since", models.DateTimeField(null=True, verbose_name="không nghe từ")),
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
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
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
            name="Delivery",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="referrals.referralevent",
                    ),
                ),
                (
                    "webhook",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="api.webhook",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="webhook",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)),
                fields=("agency", "url"),
                name="an_address_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.UniqueConstraint(fields=("webhook", "event"), name="heard_once"),
        ),
        GuardRows("webhook", Webhook.guarded),
        Changeable("webhook", "failing_since", "ended_at", "ended_by_id"),
        GuardRows("delivery", Delivery.guarded),
        AppendOnly("delivery"),
    ]
