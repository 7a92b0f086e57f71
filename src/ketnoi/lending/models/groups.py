"""A savings group of a village, those who save in it, and every entry in its book."""

import uuid
from functools import reduce
from operator import or_

from django.db import models
from django.db.models import F, Q

from ketnoi.foundation.action import Record
from ketnoi.foundation.belonging import WithOwnKey
from ketnoi.foundation.crypto import SealedText
from ketnoi.foundation.guard import Guard
from ketnoi.lending import rules
from ketnoi.lending.models.books import an_account
from ketnoi.lending.models.of_loan import LENDER, a_record
from ketnoi.lending.terms import GroupAccount, GroupEntryKind

AS_IT_SAYS = reduce(
    or_,
    (
        Q(corrects=None, kind=kind, taken_from=taken_from, put_into=put_into)
        for kind, (taken_from, put_into) in rules.GROUP_MOVES.items()
    ),
    Q(kind=GroupEntryKind.CORRECTED, corrects__isnull=False),
)


class Group(Record):
    """A group that an agency stands beside, with its box. No file is named in it or beside it.

    What is saved and earned is owed by the group: these two stand below zero, and all four
    accounts are zero together.
    """

    guarded = Guard(see=(LENDER,))

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = a_record("agencies.Agency")
    commune = a_record("places.Commune", null=True)
    name = models.CharField("tên tổ", max_length=120)
    share = models.BigIntegerField("một phần góp")
    opened_on = models.DateField("lập ngày")
    opened_at = models.DateTimeField()
    opened_by = a_record("agencies.Member")
    ended_on = models.DateField("thôi hoạt động ngày", null=True)
    saved = an_account("tiết kiệm của thành viên")
    lent = an_account("đang cho vay")
    box = an_account("hộp tiền")
    earned = an_account("lãi, lỗ của tổ")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(share__gt=0), name="group_share_is_something"),
            models.CheckConstraint(
                condition=Q(box__gte=0, lent__gte=0, saved__lte=0),
                name="group_box_is_never_overdrawn",
            ),
            models.CheckConstraint(
                condition=Q(saved=-F("lent") - F("box") - F("earned")), name="group_adds_up"
            ),
        ]

    @property
    def sums(self) -> rules.Sums:
        """Where its money is."""
        return rules.Sums(self.saved, self.lent, self.box, self.earned)

    @property
    def savings(self) -> int:
        """What its members saved."""
        return -self.saved

    @property
    def gain(self) -> int:
        """What the group gained with it; below zero where it lost."""
        return -self.earned


class Saver(WithOwnKey):
    """Somebody who saves in a group: a name, sealed with a key of its own, and her two accounts."""

    guarded = Guard(see=(LENDER,))

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = a_record("agencies.Agency")
    group = a_record("lending.Group")
    key = a_record("people.DataKey")
    number = models.PositiveSmallIntegerField("số thành viên")
    name = SealedText("tên")
    joined_at = models.DateTimeField()
    joined_by = a_record("agencies.Member")
    left_at = models.DateTimeField("rời tổ lúc", null=True)
    saved = an_account("tiết kiệm")
    lent = an_account("đang vay")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(lent__gte=0, saved__lte=0), name="saver_is_never_overdrawn"
            ),
            models.CheckConstraint(
                condition=Q(left_at=None) | Q(saved=0, lent=0),
                name="saver_leaves_with_nothing_open",
            ),
            models.UniqueConstraint(fields=["group", "number"], name="saver_numbered_once"),
        ]

    @property
    def sums(self) -> rules.Sums:
        """Hers."""
        return rules.Sums(self.saved, self.lent)

    @property
    def savings(self) -> int:
        """What she saved."""
        return -self.saved


class GroupEntry(Record):
    """An amount that moved out of one account of a group into another. It is never changed."""

    guarded = Guard(see=(LENDER,), change=())

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = a_record("agencies.Agency")
    group = a_record("lending.Group")
    saver = a_record("lending.Saver")
    number = models.PositiveIntegerField("số bút toán")
    kind = models.CharField("bút toán", max_length=20, choices=GroupEntryKind)
    taken_from = models.CharField(max_length=20, choices=GroupAccount)
    put_into = models.CharField(max_length=20, choices=GroupAccount)
    amount = models.BigIntegerField("số tiền")
    on = models.DateField("ngày")
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, related_name="correction", null=True
    )
    key = models.UUIDField("lần bấm")
    at = models.DateTimeField("ghi lúc")
    by = a_record("agencies.Member")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="group_entry_moves_something"),
            models.CheckConstraint(condition=AS_IT_SAYS, name="group_entry_moves_as_it_says"),
            models.UniqueConstraint(fields=["group", "number"], name="group_entry_numbered_once"),
            models.UniqueConstraint(
                fields=["group", "key", "saver", "kind"], name="group_entry_pressed_once"
            ),
        ]
