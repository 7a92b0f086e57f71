"""Visits: she first, then the lead; elsewhere; nobody who must not know of her."""

import pytest
from django.db import DatabaseError, transaction

from ketnoi.agencies.tests import make as agencies
from ketnoi.blocking import actions as blocking
from ketnoi.dwelling import actions, queries
from ketnoi.dwelling.models import Visit
from ketnoi.dwelling.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused, writing
from ketnoi.foundation.guard.context import acting
from ketnoi.protection.tests import make as shelters

pytestmark = pytest.mark.django_db


@pytest.fixture
def yen():
    return shelters.officer("shelter", name="Yến")


@pytest.fixture
def lead(yen):
    return agencies.member(yen.agency, role="lead", name="Hạnh")


@pytest.fixture
def stay(yen):
    return make.living(yen)


@pytest.fixture
def holder(stay, yen):
    with acting(yen):
        return stay.case.keeper


def recorded(visit, by, outcome="came"):
    return actions.record_visit(visit=visit, outcome=outcome, by=by, now=clock.now())


def waiting(by):
    return make.seen_by(by, lambda: [v.waits_for for v in queries.visits_waiting(by)])


def blocked(member, holder, stay):
    with acting(holder):
        case = stay.case
    said = {"reason": "relative", "her_word": "wants", "by": holder, "now": clock.now()}
    blocking.block(case=case, agency=member.agency, member=member, **said)


def test_she_is_asked_then_the_lead_then_it_is_seen_who_came(stay, yen, lead):
    visit = make.asked(stay, yen)
    assert waiting(yen) == ["her"]
    make.answered(visit, yen)
    assert waiting(yen) == ["lead"]
    make.decided(visit, lead, meeting="Quán cạnh bưu điện")
    assert waiting(yen) == ["outcome"]
    recorded(visit, yen, "refused")

    [seen] = make.seen_by(yen, lambda: queries.visits_of(stay, yen))
    assert waiting(yen) == []
    assert (seen.visitor.open(), seen.meeting.open()) == ("Bà Tư", "Quán cạnh bưu điện")
    assert (seen.her_by, seen.lead_by, seen.outcome_by) == (yen, lead, yen)


def test_the_lead_says_nothing_before_she_did(stay, yen, lead):
    visit = make.asked(stay, yen)

    with pytest.raises(Refused, match="hỏi chị ấy trước"):
        make.decided(visit, lead)
    with pytest.raises(Refused, match="hỏi chị ấy trước"):
        recorded(visit, yen)
    harm = {"lead_answer": "yes", "lead_at": clock.now(), "lead_by": lead}
    with pytest.raises(DatabaseError), transaction.atomic(), writing(), acting(lead):
        Visit.objects.filter(pk=visit.pk).update(**harm)


def test_her_no_is_the_end_of_it(stay, yen, lead):
    visit = make.asked(stay, yen)
    make.answered(visit, yen, "no")

    assert waiting(lead) == []
    with pytest.raises(Refused, match="đã có người ghi"):
        make.decided(visit, lead)


def test_only_the_lead_of_the_house_decides(stay, yen):
    visit = make.asked(stay, yen)
    make.answered(visit, yen)

    for other in (yen, agencies.member(role="lead")):
        with pytest.raises(Refused, match="Chỉ phụ trách"):
            make.decided(visit, other)


@pytest.mark.parametrize(("hers", "leads"), [("house", "neutral"), ("neutral", "house")])
def test_one_of_the_two_alone_does_not_bring_anybody_to_the_house(stay, yen, lead, hers, leads):
    visit = make.asked(stay, yen)
    make.answered(visit, yen, venue=hers)

    assert make.decided(visit, lead, venue=leads).venue == "Nơi khác, ngoài nhà tạm lánh"


def test_an_hour_that_has_passed_is_not_asked_for(stay, yen):
    with pytest.raises(Refused, match="đã qua"):
        make.asked(stay, yen, wanted_at=clock.now() - make.HOUR)


def test_who_is_blocked_does_not_visit_and_a_house_that_may_not_know_is_told_no_more(
    stay, yen, holder
):
    blocked(agencies.member(holder.agency, name="Nguyễn Văn Tú"), holder, stay)

    with pytest.raises(Refused, match="Chưa nhận được người này") as said:
        make.asked(stay, yen, visitor="nguyen van tu", relation="officer")
    assert "chặn" not in str(said.value)
    make.asked(stay, yen, visitor="Nguyễn Thị Bé")


def test_a_house_that_holds_the_file_is_told_plainly(yen):
    from ketnoi.cases.tests import make as files

    stay = shelters.admitted(files.case(yen), yen)
    blocked(agencies.member(name="Nguyễn Văn Tú"), yen, stay)

    with pytest.raises(Refused, match="bị chặn khỏi hồ sơ"):
        make.asked(stay, yen, visitor="Nguyễn Văn Tú")


def test_who_was_blocked_meanwhile_is_not_let_in_by_the_lead(stay, yen, lead, holder):
    visit = make.asked(stay, yen, visitor="Nguyễn Văn Tú")
    make.answered(visit, yen)
    blocked(agencies.member(holder.agency, name="Nguyễn Văn Tú"), holder, stay)

    with pytest.raises(Refused, match="Chưa nhận được người này"):
        make.decided(visit, lead)


def test_nobody_outside_the_house_reads_of_it(stay, yen, holder):
    make.asked(stay, yen)
    for other in (holder, shelters.officer("shelter"), agencies.member(role="coordinator")):
        with acting(other):
            assert not Visit.objects.exists()
