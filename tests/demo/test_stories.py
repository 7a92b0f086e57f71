"""What the stories show: every state, one whole way, a real day, and nobody real."""

import re
from collections import Counter

import pytest
from django.db import transaction

from ketnoi.agencies import queries as agencies
from ketnoi.cases import queries as cases
from ketnoi.cases.models import Case, Consent, Note
from ketnoi.cases.rules import NEXT
from ketnoi.cases.terms import Given, Privacy, Reason, Status
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.identification.models import StatusDecision
from ketnoi.identification.terms import LegalStatus
from ketnoi.intake.models import Unrecorded
from ketnoi.livelihood import terms as livelihood
from ketnoi.livelihood.models import Opportunity, Placement
from ketnoi.people.models import Paper, Person, Phone, Representative
from ketnoi.protection.models import ShelterStay, StayPlace
from ketnoi.referrals import terms as referrals
from ketnoi.referrals.models import Referral, ReferralEvent
from ketnoi.reintegration.models import FollowUp

pytestmark = pytest.mark.usefixtures("demo")
MARK = "(dữ liệu giả)"
HOLDERS = {"wu-my-tu", "osso-can-tho", "peace-house", "police-can-tho", "blind-can-tho"}


def everything(model, *near):
    """Every row that somebody of the cast sees: each sees her own part."""
    found = {}
    for member in agencies.demo_members():
        with transaction.atomic(), acting(member):
            rows = model.objects.visible_to(member) if hasattr(model, "guarded") else model.objects
            rows = rows.select_related(*near) if near else rows.all()
            found |= {row.pk: row for row in rows}
    return list(found.values())


def values(model, name):
    return Counter(getattr(row, name) for row in everything(model))


def member(key):
    return next(m for m in agencies.demo_members() if m.user.get_username() == f"demo-{key}")


def hers():
    """The file of the long story: the oldest of all."""
    return min(everything(Case), key=lambda case: case.received_at)


def test_there_are_some_sixty_files_at_many_agencies():
    files = everything(Case, "holder")

    assert len(files) > 60
    assert {case.holder.key for case in files} >= HOLDERS


def test_every_state_that_a_file_can_reach_is_there():
    reachable = {"received", "merged"}.union(*NEXT.values())

    assert set(values(Case, "status")) == reachable - {"transferred"}
    assert set(Status.values) == reachable


def test_every_reason_of_a_file_is_there():
    assert {r for case in everything(Case) for r in case.reasons} == set(Reason.values)


def test_every_state_of_a_referral_is_there():
    assert set(values(Referral, "state")) == set(referrals.State.values)


def test_requests_are_late_and_in_time_and_taken_to_another_place():
    now = clock.now()
    with transaction.atomic(), acting(member("hoa")):
        late = {t.kind for t in cases.late_tasks(member("hoa"), now=now)}

    assert "answer_referral" in late
    assert any(r.state == "sent" and (now - r.sent_at).days == 0 for r in everything(Referral))
    assert any(r.instead_of_id for r in everything(Referral))


def test_requests_were_declined_by_the_receiver_and_by_her():
    reasons = set(values(ReferralEvent, "decline")) - {""}

    assert reasons & referrals.BY_HER
    assert reasons - referrals.BY_HER


def test_every_state_of_a_placement_is_there():
    assert set(values(Placement, "state")) == set(livelihood.State.values)


def test_there_are_offers_and_none_is_given_twice():
    offers = everything(Opportunity)

    assert len(offers) >= 8
    assert set(livelihood.Kind.values) == {offer.kind for offer in offers}
    assert all(offer.taken <= offer.places and MARK in offer.title for offer in offers)


def test_every_privacy_of_a_note_and_every_legal_status_is_there():
    assert set(values(Note, "privacy")) == set(Privacy.values)
    assert set(values(StatusDecision, "status")) == set(LegalStatus.values)


def test_consent_was_given_by_her_and_for_a_child_and_taken_back():
    consents = everything(Consent)

    assert {c.given for c in consents} >= {Given.SPOKEN, Given.SIGNED, Given.REPRESENTATIVE}
    assert any(c.withdrawn_at for c in consents)


def test_there_are_men_children_and_people_who_need_an_interpreter():
    people, year = everything(Person), clock.today().year

    assert {"female", "male"} <= {p.sex for p in people}
    assert any(p.birth_year and year - p.birth_year < 18 for p in people)
    assert any(p.language == "km" and p.needs_interpreter for p in people)
    assert everything(Representative)


def test_one_volunteer_received_a_file_and_somebody_did_not_want_to_be_recorded():
    assert "volunteer" in {case.received_by.role for case in everything(Case, "received_by")}
    assert len(everything(Unrecorded)) == 1


def test_every_name_is_marked_as_invented():
    for person in everything(Person, "key"):
        assert MARK in person.called.open()
        assert MARK in person.name.open()


def test_every_number_is_one_that_nobody_has():
    for paper in everything(Paper, "person__key"):
        assert re.fullmatch(r"000\d{9}", paper.number.open())
    for phone in everything(Phone, "person__key"):
        assert re.fullmatch(r"\+84900000\d{3}", phone.number.open())


def test_every_note_says_that_it_is_invented():
    said = []
    for member in agencies.demo_members():
        with transaction.atomic(), acting(member):
            notes = Note.objects.visible_to(member).select_related("case__key")
            said += [note.body.open() for note in notes]

    assert said
    assert [words for words in said if not words.startswith("Dữ liệu giả: ")] == []


def test_one_woman_went_the_whole_way_through_six_agencies():
    case, lan = hers(), member("lan")
    with transaction.atomic(), acting(lan):
        done = Counter(line.verb for line in cases.timeline(case, lan, limit=200))
        agencies_of_it = {line.agency for line in cases.timeline(case, lan, limit=200)}

    assert case.status == "closed"
    assert len(agencies_of_it) == 6
    assert done["referral.sent"] == done["referral.accepted"] == done["referral.confirmed"] == 5
    assert done["stay.begun"] == done["stay.left"] == done["placement.started"] == 1
    assert done["identification.decided"] == 2
    assert done["follow_up.done"] == 4
    assert done["case.opened"] == done["case.closed"] == 1


def test_she_was_asked_after_one_three_six_and_twelve_months():
    case = hers()

    done = {f.month: f for f in everything(FollowUp) if f.case_id == case.pk and f.done_at}

    assert sorted(done) == [1, 3, 6, 12]
    assert done[12].outcome == "stable"
    assert (clock.now() - case.received_at).days > 365


def test_where_she_was_safe_only_the_shelter_reads():
    for key in ("lan", "minh", "hoa"):
        with transaction.atomic(), acting(member(key)):
            assert not StayPlace.objects.exists()
    with transaction.atomic(), acting(member("yen")):
        assert StayPlace.objects.count() == ShelterStay.objects.count() > 1


def test_lan_has_a_day_that_looks_like_one():
    lan, today = member("lan"), clock.today()
    with transaction.atomic(), acting(lan):
        waiting, awaited = cases.to_do(lan), cases.awaited(lan)

    now = [t for t in waiting if t.due_at.astimezone(clock.ZONE).date() <= today]
    late = [t for t in waiting if t.due_at < clock.now()]

    assert len(late) == 1
    assert 6 <= len(now) <= 9
    assert 3 <= len(awaited) <= 6
