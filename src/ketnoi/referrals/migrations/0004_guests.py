"""Partners without an account answer by a link that leads to one request."""

import django.db.models.deletion
from django.db import migrations, models

from ketnoi.foundation.guard import Changeable, GuardRows, LinksLead, SameHolder
from ketnoi.referrals.models import GuestLink, Referral, ReferralEvent
from ketnoi.referrals.rules import IN_HAND


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0004_keys"),
        ("cases", "0012_guests"),
        ("referrals", "0003_in_hand"),
    ]

    operations = [
        migrations.CreateModel(
            name="GuestLink",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("link", "Liên kết, mở trên điện thoại"),
                            ("sheet", "Phiếu in, trả lời qua điện thoại"),
                        ],
                        max_length=10,
                    ),
                ),
                ("code_mark", models.CharField(max_length=128)),
                ("closed", models.BinaryField()),
                ("issued_at", models.DateTimeField()),
                ("until", models.DateTimeField()),
                ("wrong_codes", models.PositiveSmallIntegerField(default=0)),
                ("opened_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "ended_why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("recalled", "Đã thu hồi"),
                            ("replaced", "Đã cấp lại"),
                            ("locked", "Đã khóa vì sai mã nhiều lần"),
                        ],
                        max_length=10,
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
                    "holder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "issued_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="links",
                        to="referrals.referral",
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
            ],
        ),
        migrations.AddField(
            model_name="referralevent",
            name="link",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="referrals.guestlink",
            ),
        ),
        migrations.AddIndex(
            model_name="guestlink",
            index=models.Index(fields=["to_agency", "opened_at"], name="links_used"),
        ),
        migrations.AddConstraint(
            model_name="guestlink",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)),
                fields=("referral",),
                name="one_link_of_a_referral",
            ),
        ),
        SameHolder("guestlink", of="cases.Case", column="case_id"),
        Changeable("guestlink", "wrong_codes", "opened_at", "ended_at", "ended_why", "ended_by_id"),
        LinksLead("GuestLink", to="referral", consents="cases.Consent", states=IN_HAND),
        GuardRows("guestlink", GuestLink.guarded),
        GuardRows("referral", Referral.guarded),
        GuardRows("referralevent", ReferralEvent.guarded),
    ]
