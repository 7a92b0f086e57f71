"""Rounds of matching, open to the network, and what each said in the files."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import ketnoi.foundation.crypto.fields
from ketnoi.foundation.guard import Changeable, GuardRows, SameHolder
from ketnoi.rounds.models import RoundResult

OF_A_ROUND = (
    "state", "begun_at", "begun_by_id", "read", "to_read", "ended_at", "ended_by_id", "shares",
    "wanted",
)  # fmt: skip


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0010_bells"),
        ("cases", "0015_more_waits"),
        ("livelihood", "0002_offers"),
        ("places", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="MatchingRound",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "communes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=5), default=list, size=None
                    ),
                ),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), default=list, size=None
                    ),
                ),
                ("seed", models.CharField(max_length=64, verbose_name="hạt giống")),
                ("agreement", models.CharField(max_length=20, verbose_name="quy ước điểm")),
                ("announced_at", models.DateTimeField(verbose_name="công bố lúc")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("announced", "Đã công bố, chưa ghép"),
                            ("running", "Đang ghép"),
                            ("done", "Đã ghép xong"),
                            ("called_off", "Đã hủy"),
                            ("failed", "Không ghép được"),
                        ],
                        default="announced",
                        max_length=12,
                    ),
                ),
                ("begun_at", models.DateTimeField(null=True, verbose_name="bắt đầu lúc")),
                ("read", models.PositiveSmallIntegerField(default=0)),
                ("to_read", models.PositiveSmallIntegerField(default=0)),
                ("ended_at", models.DateTimeField(null=True, verbose_name="kết thúc lúc")),
                ("shares", models.JSONField(default=list)),
                ("wanted", models.JSONField(default=list)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "announced_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "begun_by",
                    models.ForeignKey(
                        null=True,
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
                    "province",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.province",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RoundResult",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "told",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True, verbose_name="vì sao"
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("until", models.DateTimeField(null=True, verbose_name="hỏi trước")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Chờ hỏi người được hỗ trợ"),
                            ("nothing", "Đợt này chưa có đề xuất"),
                            ("taken_up", "Đã đưa vào để hỏi"),
                            ("lapsed", "Quá hạn hỏi"),
                            ("offer_gone", "Cơ hội không còn"),
                            ("full", "Đã hết chỗ"),
                            ("stopped", "Đã dừng"),
                        ],
                        max_length=12,
                    ),
                ),
                ("state_at", models.DateTimeField()),
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
                    "opportunity",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="livelihood.opportunity",
                    ),
                ),
                (
                    "placement",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="livelihood.placement",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="rounds.matchinground",
                    ),
                ),
                (
                    "state_by",
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
            model_name="matchinground",
            index=models.Index(fields=["-announced_at"], name="round_newest"),
        ),
        migrations.AddConstraint(
            model_name="matchinground",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("announced", "running"))),
                fields=("province",),
                name="one_round_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="matchinground",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("begun_at", None), ("begun_at__gte", models.F("announced_at")), _connector="OR"
                ),
                name="seed_is_published_first",
            ),
        ),
        migrations.AddIndex(
            model_name="roundresult",
            index=models.Index(fields=["case", "-made_at"], name="round_in_file"),
        ),
        migrations.AddIndex(
            model_name="roundresult",
            index=models.Index(
                condition=models.Q(("state", "proposed")),
                fields=["holder"],
                name="round_still_asked",
            ),
        ),
        migrations.AddConstraint(
            model_name="roundresult",
            constraint=models.UniqueConstraint(
                fields=("round", "case"), name="one_word_of_a_round"
            ),
        ),
        migrations.AddConstraint(
            model_name="roundresult",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "proposed")),
                fields=("case",),
                name="one_standing_proposal",
            ),
        ),
        migrations.AddConstraint(
            model_name="roundresult",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "nothing"),
                    models.Q(("opportunity__isnull", False), ("until__isnull", False)),
                    _connector="OR",
                ),
                name="proposal_has_an_offer_and_an_end",
            ),
        ),
        GuardRows("roundresult", RoundResult.guarded),
        SameHolder("roundresult", of="cases.Case", column="case_id"),
        Changeable("roundresult", "state", "state_at", "state_by_id", "placement_id"),
        Changeable("matchinground", *OF_A_ROUND),
    ]
