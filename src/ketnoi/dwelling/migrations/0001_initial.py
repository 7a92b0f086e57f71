"""The book of a stay, its notes, belongings and visits; transports; who reaches them."""

import uuid

import django.db.models.deletion
import django.db.models.functions.comparison
from django.db import migrations, models

import ketnoi.foundation.crypto.documents
from ketnoi.dwelling.models import (
    Belonging,
    DayNote,
    HandBack,
    HouseBook,
    Transport,
    TransportEvent,
    TransportWords,
    Visit,
)
from ketnoi.foundation.guard import AppendOnly, Changeable, GuardRows

HERS = ("her_answer", "her_venue", "her_at", "her_by_id")
LEADS = ("lead_answer", "lead_venue", "lead_at", "lead_by_id", "sealed_words")


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0010_bells"),
        ("cases", "0015_more_waits"),
        ("people", "0009_countries"),
        ("protection", "0004_safety_plans"),
        ("foundation", "0008_hidden"),
    ]

    operations = [
        migrations.CreateModel(
            name="Belonging",
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
                            ("papers", "Giấy tờ"),
                            ("money", "Tiền"),
                            ("phone", "Điện thoại"),
                            ("other", "Đồ khác"),
                        ],
                        max_length=10,
                        verbose_name="thứ gì",
                    ),
                ),
                (
                    "sealed_words",
                    ketnoi.foundation.crypto.documents.SealedDocument(
                        blank=True, default=b"", editable=True, least=192
                    ),
                ),
                ("amount", models.PositiveBigIntegerField(null=True, verbose_name="số tiền")),
                ("received_at", models.DateTimeField(verbose_name="nhận lúc")),
                (
                    "her_word",
                    models.CharField(
                        choices=[
                            ("signed", "Chị ấy ký vào sổ"),
                            ("said", "Chị ấy xem và nói là đúng"),
                        ],
                        max_length=10,
                        verbose_name="chị ấy xác nhận",
                    ),
                ),
                ("given", models.PositiveBigIntegerField(default=0, verbose_name="đã trả")),
                (
                    "stays_why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("her_wish", "Chị ấy nhờ giữ tiếp"),
                            ("collects", "Chị ấy sẽ quay lại lấy"),
                            ("sent_on", "Sẽ gửi đến nơi chị ấy chọn"),
                            ("away", "Chị ấy đã rời đi, chưa liên hệ được"),
                            ("missing", "Chưa tìm thấy, nhà đang tìm"),
                        ],
                        max_length=10,
                        verbose_name="vì sao còn giữ",
                    ),
                ),
                ("stays_at", models.DateTimeField(null=True, verbose_name="ghi còn giữ lúc")),
                ("struck_at", models.DateTimeField(null=True, verbose_name="gạch lúc")),
                (
                    "received_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "stays_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "struck_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="HouseBook",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("begun_at", models.DateTimeField(verbose_name="mở lúc")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
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
                (
                    "stay",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="protection.shelterstay",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="HandBack",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("amount", models.PositiveBigIntegerField(verbose_name="trả bao nhiêu")),
                ("at", models.DateTimeField(verbose_name="trả lúc")),
                (
                    "her_word",
                    models.CharField(
                        choices=[
                            ("signed", "Chị ấy ký vào sổ"),
                            ("said", "Chị ấy xem và nói là đúng"),
                        ],
                        max_length=10,
                        verbose_name="chị ấy xác nhận",
                    ),
                ),
                (
                    "belonging",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dwelling.belonging",
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
                    "book",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dwelling.housebook",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DayNote",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("on", models.DateField(verbose_name="ngày")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("slept", "Ngủ"),
                            ("ate", "Ăn"),
                            ("health", "Sức khỏe, thuốc"),
                            ("school", "Việc học, con đi học"),
                            ("mood", "Tinh thần"),
                            ("incident", "Chuyện vừa xảy ra"),
                            ("other", "Việc khác"),
                        ],
                        max_length=10,
                        verbose_name="về việc gì",
                    ),
                ),
                (
                    "sealed_words",
                    ketnoi.foundation.crypto.documents.SealedDocument(
                        blank=True, default=b"", editable=True, least=192
                    ),
                ),
                ("passes_on", models.BooleanField(default=False, verbose_name="ca sau cần biết")),
                ("written_at", models.DateTimeField(verbose_name="ghi lúc")),
                ("done_at", models.DateTimeField(null=True, verbose_name="xong lúc")),
                ("struck_at", models.DateTimeField(null=True, verbose_name="gạch lúc")),
                (
                    "done_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "struck_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
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
                (
                    "book",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dwelling.housebook",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="belonging",
            name="book",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="dwelling.housebook",
            ),
        ),
        migrations.CreateModel(
            name="Transport",
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
                            ("planned", "Đã hẹn đi"),
                            ("underway", "Đang trên đường"),
                            ("overdue", "Quá giờ, chưa ai ghi đã đến"),
                            ("arrived", "Đã đến nơi"),
                            ("called_off", "Đã thôi"),
                        ],
                        default="planned",
                        max_length=10,
                    ),
                ),
                ("due_at", models.DateTimeField(null=True, verbose_name="trước lúc")),
                ("planned_at", models.DateTimeField(verbose_name="hẹn đi lúc")),
                ("arrive_by", models.DateTimeField(verbose_name="phải đến trước")),
                ("left_at", models.DateTimeField(null=True, verbose_name="đi lúc")),
                ("arrived_at", models.DateTimeField(null=True, verbose_name="đến lúc")),
                ("made_at", models.DateTimeField(verbose_name="lập lúc")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "giver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "house",
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
                (
                    "owner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "receiver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "stay",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="protection.shelterstay",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TransportEvent",
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
                            ("planned", "Hẹn chuyến đi"),
                            ("left", "Nơi giao: đã giao, đã đi"),
                            ("delayed", "Có tin: đến muộn hơn"),
                            ("overdue", "Quá giờ hẹn đến"),
                            ("arrived", "Nơi nhận: đã nhận, đã đến"),
                            ("called_off", "Thôi chuyến đi"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("road", "Xe, đường đi"),
                            ("her_wish", "Theo ý chị ấy"),
                            ("health", "Sức khỏe"),
                            ("place", "Nơi đến có việc"),
                            ("other", "Việc khác"),
                        ],
                        max_length=10,
                    ),
                ),
                ("moment", models.DateTimeField(verbose_name="xảy ra lúc")),
                ("noted_at", models.DateTimeField(verbose_name="ghi lúc")),
                (
                    "noted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "stay",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="protection.shelterstay",
                    ),
                ),
                (
                    "transport",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dwelling.transport",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TransportWords",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "sealed_words",
                    ketnoi.foundation.crypto.documents.SealedDocument(
                        blank=True, default=b"", editable=True, least=192
                    ),
                ),
                (
                    "giver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
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
                (
                    "receiver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "stay",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="protection.shelterstay",
                    ),
                ),
                (
                    "transport",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dwelling.transport",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Visit",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "sealed_words",
                    ketnoi.foundation.crypto.documents.SealedDocument(
                        blank=True, default=b"", editable=True, least=192
                    ),
                ),
                (
                    "relation",
                    models.CharField(
                        choices=[
                            ("parent", "Cha, mẹ"),
                            ("child", "Con"),
                            ("sibling", "Anh, chị, em"),
                            ("spouse", "Chồng, bạn đời"),
                            ("relative", "Họ hàng khác"),
                            ("friend", "Bạn bè"),
                            ("officer", "Cán bộ, luật sư"),
                            ("other", "Người khác"),
                        ],
                        max_length=10,
                        verbose_name="là gì của chị ấy",
                    ),
                ),
                ("wanted_at", models.DateTimeField(verbose_name="muốn đến lúc")),
                ("asked_at", models.DateTimeField(verbose_name="ghi lúc")),
                (
                    "her_answer",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Đồng ý"), ("no", "Không")],
                        max_length=10,
                        verbose_name="chị ấy trả lời",
                    ),
                ),
                (
                    "her_venue",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("neutral", "Nơi khác, ngoài nhà tạm lánh"),
                            ("house", "Tại nhà tạm lánh"),
                        ],
                        max_length=10,
                        verbose_name="chị ấy chọn nơi",
                    ),
                ),
                ("her_at", models.DateTimeField(null=True)),
                (
                    "lead_answer",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Đồng ý"), ("no", "Không")],
                        max_length=10,
                        verbose_name="phụ trách quyết",
                    ),
                ),
                (
                    "lead_venue",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("neutral", "Nơi khác, ngoài nhà tạm lánh"),
                            ("house", "Tại nhà tạm lánh"),
                        ],
                        max_length=10,
                        verbose_name="phụ trách chọn nơi",
                    ),
                ),
                ("lead_at", models.DateTimeField(null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("came", "Đã đến gặp"),
                            ("did_not_come", "Không đến"),
                            ("refused", "Đến nhưng không được cho gặp"),
                        ],
                        max_length=20,
                        verbose_name="kết quả",
                    ),
                ),
                ("outcome_at", models.DateTimeField(null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "book",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dwelling.housebook",
                    ),
                ),
                (
                    "her_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "lead_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "outcome_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="housebook",
            constraint=models.CheckConstraint(
                condition=models.Q(("id", models.F("stay_id"))), name="book_is_of_its_stay"
            ),
        ),
        migrations.AddIndex(
            model_name="handback",
            index=models.Index(fields=["belonging", "at"], name="given_back_of"),
        ),
        migrations.AddConstraint(
            model_name="handback",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0)), name="something_is_given_back"
            ),
        ),
        migrations.AddIndex(
            model_name="daynote",
            index=models.Index(fields=["book", "-on"], name="day_note_of_stay"),
        ),
        migrations.AddIndex(
            model_name="daynote",
            index=models.Index(
                condition=models.Q(("done_at", None), ("passes_on", True), ("struck_at", None)),
                fields=["book"],
                name="what_the_next_shift_must_know",
            ),
        ),
        migrations.AddConstraint(
            model_name="daynote",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("done_at", None), ("done_by", None)),
                    models.Q(("done_at__isnull", False), ("done_by__isnull", False)),
                    _connector="OR",
                ),
                name="note_done_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="daynote",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("struck_at", None), ("struck_by", None)),
                    models.Q(("struck_at__isnull", False), ("struck_by__isnull", False)),
                    _connector="OR",
                ),
                name="note_struck_by_somebody",
            ),
        ),
        migrations.AddIndex(
            model_name="belonging",
            index=models.Index(fields=["book", "received_at"], name="belonging_of_stay"),
        ),
        migrations.AddConstraint(
            model_name="belonging",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("amount__gt", 0), ("kind", "money")),
                    models.Q(models.Q(("kind", "money"), _negated=True), ("amount", None)),
                    _connector="OR",
                ),
                name="money_has_an_amount",
            ),
        ),
        migrations.AddConstraint(
            model_name="belonging",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "given__lte",
                        django.db.models.functions.comparison.Coalesce(models.F("amount"), 1),
                    )
                ),
                name="nothing_is_given_twice",
            ),
        ),
        migrations.AddConstraint(
            model_name="belonging",
            constraint=models.CheckConstraint(
                condition=models.Q(("struck_at", None), ("given", 0), _connector="OR"),
                name="what_was_given_is_not_struck",
            ),
        ),
        migrations.AddConstraint(
            model_name="belonging",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stays_at", None), ("stays_by", None)),
                    models.Q(("stays_at__isnull", False), ("stays_by__isnull", False)),
                    _connector="OR",
                ),
                name="stays_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="belonging",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("struck_at", None), ("struck_by", None)),
                    models.Q(("struck_at__isnull", False), ("struck_by__isnull", False)),
                    _connector="OR",
                ),
                name="belonging_struck_by_somebody",
            ),
        ),
        migrations.AddIndex(
            model_name="transport",
            index=models.Index(fields=["stay", "-planned_at"], name="transport_of_stay"),
        ),
        migrations.AddIndex(
            model_name="transport",
            index=models.Index(
                condition=models.Q(("due_at__isnull", False)),
                fields=["arrive_by"],
                name="open_transports",
            ),
        ),
        migrations.AddConstraint(
            model_name="transport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("due_at__isnull", False),
                        ("owner__isnull", False),
                        ("state__in", ["planned", "underway", "overdue"]),
                    ),
                    models.Q(
                        models.Q(("state__in", ["planned", "underway", "overdue"]), _negated=True),
                        ("due_at", None),
                        ("owner", None),
                    ),
                    _connector="OR",
                ),
                name="open_transport_has_owner_and_deadline",
            ),
        ),
        migrations.AddConstraint(
            model_name="transport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("house", models.F("giver")), ("house", models.F("receiver")), _connector="OR"
                ),
                name="the_house_is_one_hand",
            ),
        ),
        migrations.AddConstraint(
            model_name="transport",
            constraint=models.CheckConstraint(
                condition=models.Q(("giver", models.F("receiver")), _negated=True),
                name="two_hands_of_a_transport",
            ),
        ),
        migrations.AddIndex(
            model_name="transportevent",
            index=models.Index(fields=["transport", "noted_at"], name="step_of_transport"),
        ),
        migrations.AddIndex(
            model_name="visit",
            index=models.Index(fields=["book", "-wanted_at"], name="visit_of_stay"),
        ),
        migrations.AddConstraint(
            model_name="visit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("her_at", None), ("her_by", None)),
                    models.Q(("her_at__isnull", False), ("her_by__isnull", False)),
                    _connector="OR",
                ),
                name="she_was_asked_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="visit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("lead_at", None), ("lead_by", None)),
                    models.Q(("lead_at__isnull", False), ("lead_by__isnull", False)),
                    _connector="OR",
                ),
                name="visit_decided_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="visit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome_at", None), ("outcome_by", None)),
                    models.Q(("outcome_at__isnull", False), ("outcome_by__isnull", False)),
                    _connector="OR",
                ),
                name="visit_seen_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="visit",
            constraint=models.CheckConstraint(
                condition=models.Q(("lead_at", None), ("her_answer", "yes"), _connector="OR"),
                name="she_is_asked_first",
            ),
        ),
        migrations.AddConstraint(
            model_name="visit",
            constraint=models.CheckConstraint(
                condition=models.Q(("outcome_at", None), ("lead_answer", "yes"), _connector="OR"),
                name="nobody_comes_uninvited",
            ),
        ),
        GuardRows("housebook", HouseBook.guarded),
        GuardRows("daynote", DayNote.guarded),
        GuardRows("belonging", Belonging.guarded),
        GuardRows("handback", HandBack.guarded),
        GuardRows("visit", Visit.guarded),
        GuardRows("transport", Transport.guarded),
        GuardRows("transportevent", TransportEvent.guarded),
        GuardRows("transportwords", TransportWords.guarded),
        AppendOnly("housebook"),
        Changeable("daynote", "done_at", "done_by_id", "struck_at", "struck_by_id"),
        Changeable(
            "belonging",
            *("given", "stays_why", "stays_at", "stays_by_id"),
            *("struck_at", "struck_by_id"),
        ),
        AppendOnly("handback"),
        Changeable("visit", *HERS, *LEADS, "outcome", "outcome_at", "outcome_by_id"),
        Changeable(
            "transport", "state", "owner_id", "due_at", "arrive_by", "left_at", "arrived_at"
        ),
        AppendOnly("transportevent"),
        AppendOnly("transportwords"),
    ]
