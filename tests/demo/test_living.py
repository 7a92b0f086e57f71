"""What the stories show of a loan, of a savings group and of counselling."""

import pytest
from django.db import transaction

from ketnoi.agencies import queries as agencies
from ketnoi.counselling import queries as counselling
from ketnoi.counselling.models import Sitting, Tally
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.lending import queries as lending
from ketnoi.lending.terms import LoanState

pytestmark = pytest.mark.usefixtures("demo")


def member(key):
    return next(m for m in agencies.demo_members() if m.user.get_username() == f"demo-{key}")


def test_a_loan_is_behind_by_one_instalment_and_somebody_asks_how_she_is():
    with transaction.atomic(), acting(kim := member("kim")):
        [loan] = lending.own_loans(kim)
        account = lending.account_of(loan, kim, today=clock.today())

    assert account.state == LoanState.BEHIND
    assert (loan.owed, account.behind) == (4_000_000, 500_000)


def test_five_women_have_a_box_in_which_nothing_is_missing():
    with transaction.atomic(), acting(mai := member("mai")):
        [group] = lending.groups_of(mai)
        savers = lending.savers_of(group, mai)

    assert len(savers) == 5
    assert sum(saver.savings for saver in savers) == 360_000
    assert group.box == 260_000


def test_what_she_told_her_counsellor_is_read_by_nobody_else_of_the_house():
    seen = {}
    for key in ("thao", "yen"):
        with transaction.atomic(), acting(by := member(key)):
            notes, told = (model.objects.visible_to(by).count() for model in (Sitting, Tally))
            seen[key] = (notes, told, len(counselling.groups_of(by)))

    assert seen == {"thao": (3, 3, 1), "yen": (0, 3, 0)}
