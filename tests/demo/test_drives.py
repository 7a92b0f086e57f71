"""What the stories show of a plan, of a fund and of a drive."""

import pytest
from django.db import transaction

from ketnoi.agencies import queries as agencies
from ketnoi.drives import queries as drives
from ketnoi.foundation import clock
from ketnoi.foundation.actor import Visitor
from ketnoi.foundation.guard.context import acting
from ketnoi.support import queries as support
from ketnoi.support.models import Assessment, Goal, PlanStep

pytestmark = pytest.mark.usefixtures("demo")


def member(key):
    return next(m for m in agencies.demo_members() if m.user.get_username() == f"demo-{key}")


def test_somebody_was_asked_how_she_lives_and_a_step_to_what_she_wants_waits():
    with transaction.atomic(), acting(lan := member("lan")):
        asked, goals = (model.objects.visible_to(lan).count() for model in (Assessment, Goal))
        steps = PlanStep.objects.visible_to(lan).filter(outcome="")

        assert asked >= 1
        assert goals >= 1
        assert all(step.due_on > clock.today() for step in steps)
        assert steps


def test_the_book_of_a_fund_balances():
    with transaction.atomic(), acting(mai := member("mai")):
        [fund] = support.funds_of(mai)

    assert fund.received == fund.free + fund.promised + fund.paid
    assert (fund.promised, fund.paid) == (2_000_000, 1_000_000)


def test_a_drive_has_open_needs_a_pledge_that_came_in_part_and_an_offer_to_call():
    with transaction.atomic(), acting(Visitor()):
        lines = drives.lines(today=clock.today())
        told = drives.told()
    with transaction.atomic(), acting(mai := member("mai")):
        waiting = drives.to_call(mai)

    machines = next(line.need for line in lines if line.need.kind == "sewing_machine")
    assert len(lines) == 3
    assert (machines.missing, machines.promised, machines.stock, machines.given) == (8, 1, 1, 2)
    assert [one.reached for one in told] == [9]
    assert sum(waiting.values()) == 1
