"""There and back: what was chosen arrives, nothing else does, and the file is read afterwards."""

import pytest

from ketnoi.cases import queries as cases
from ketnoi.cases.models import Case, CaseAccess, Task
from ketnoi.cases.tests import make as files
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.envelope import carried
from ketnoi.foundation.guard.context import reading
from ketnoi.foundation.trail.models import Line
from ketnoi.people import queries as people
from ketnoi.referrals.models import Referral
from ketnoi.referrals.tests import make as requests
from ketnoi.transfers import actions, queries
from ketnoi.transfers.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return make.sender()


@pytest.fixture
def binh():
    return make.receiver()


def told(case, by):
    """Everything that the new file says, by the pack it belongs to."""
    with reading(by):
        case = cases.case_by_code(by, case.code)
        person = people.person(by, case.person_id)
        notes = [note.body.open() for note in cases.notes_of(case, by)]
        papers = cases.attachments_of(case, by)
        return {
            "contact": [person.called.open(), *map(str, people.phones_to_show(person)),
                        *map(str, people.addresses_to_show(person))],
            "need": case.needs,
            "identity": [person.name.open(), person.birth_year],
            "risk": case.risk,
            "papers": [p.number.open() for p in people.papers_of(person)],
            "health": [p.kind for p in papers],
            "story": [*case.reasons, *notes],
            "notes": notes,
            "channel": case.channel,
        }  # fmt: skip


def verbs(case, by):
    with reading(by):
        return set(Line.objects.filter(chain=case.pk).values_list("verb", flat=True))


def test_everything_that_was_chosen_arrives(scene, binh):
    _transfer, data, code = make.sent(scene)

    case = make.taken_in(data, code, binh)

    arrived = told(case, binh)
    assert case.code != scene.file.code
    assert arrived["channel"] == "partner"
    assert arrived["contact"][0] == "Út"
    assert make.WORDS["hours"] in str(arrived["contact"])
    assert make.WORDS["address"] in str(arrived["contact"])
    assert arrived["need"] == ["health"]
    assert arrived["identity"] == [files.NAME, 2003]
    assert arrived["risk"] == "high"
    assert arrived["papers"] == [files.PAPER]
    assert arrived["health"] == ["health"]
    assert "violence" in arrived["story"]
    assert any(make.WORDS["note"] in note and "Lan" not in note for note in arrived["notes"])
    assert not any("Chỉ đơn vị đọc" in note for note in arrived["notes"])
    assert case.keeper_id == binh.pk


CANARIES = {
    "contact": ["Út", "912345678", make.WORDS["hours"], make.WORDS["address"]],
    "need": ["health"],
    "identity": [files.NAME, "2003"],
    "risk": ["high"],
    "papers": [files.PAPER],
    "health": ['"kind":"health"'],
    "story": ["violence", make.WORDS["note"]],
}


@pytest.mark.parametrize("left_out", CANARIES)
def test_a_pack_that_was_not_chosen_is_nowhere_in_the_packet(scene, binh, left_out):
    packs = tuple(
        p for p in make.ALL if p not in {left_out, "health" if left_out == "need" else ""}
    )
    along = make.everything(scene.file, scene.lan)
    kept = {"notes": [] if left_out == "story" else along["notes"]}
    kept["attachments"] = along["attachments"] if "health" in packs else []
    _transfer, data, code = make.sent(scene, packs=packs, **kept)

    inside = carried.reopen(data, code).decode()

    assert not [canary for canary in CANARIES[left_out] if canary in inside]
    for pack in set(CANARIES) & set(packs):
        assert any(canary in inside for canary in CANARIES[pack]), pack
    assert str(scene.file.pk) not in inside
    assert scene.file.code not in inside
    assert make.taken_in(data, code, binh)


def test_the_receipt_ends_it_here(scene, binh):
    help_ = requests.service(make.receiver("shelter").agency, "safe_place")
    asked = requests.sent(scene.file, help_, by=scene.lan)
    draft = requests.draft(scene.file, help_, by=scene.lan)
    transfer, data, code = make.sent(scene)
    new = make.taken_in(data, code, binh)

    assert make.confirmed(transfer, make.receipt_of(new, binh).lower(), scene.lan)

    with reading(scene.lan):
        case = cases.case_by_code(scene.lan, scene.file.code)
        assert case.status == "transferred"
        # In a test all steps share one moment, so not by order.
        assert "transferred" in [s.status for s in cases.states_of(case)]
        assert not CaseAccess.objects.filter(case=case, ended_at=None).exists()
        assert not Task.objects.filter(case=case, done_at=None).exists()
        states = Referral.objects.filter(pk__in=[asked.pk, draft.pk]).values_list(
            "state", flat=True
        )
        assert list(states) == ["recalled", "recalled"]
        assert cases.notes_of(case, scene.lan)
    assert make.fresh(scene.file, scene.lan).state == "received"
    assert {"transfer.started", "transfer.approved", "transfer.packet_made", "transfer.received",
            "case.transferred"} <= verbs(scene.file, scene.lan)  # fmt: skip
    assert {"case.opened", "transfer.taken_in"} <= verbs(new, binh)


def test_a_packet_is_taken_in_once_and_nobody_hears_where(scene, binh):
    _transfer, data, code = make.sent(scene)
    make.taken_in(data, code, binh)
    other = make.receiver("osso")

    for member in (binh, other):
        with pytest.raises(Refused, match="đã được nhận ở đây rồi") as refused:
            actions.open_packet(data=data, code=code, by=member, now=clock.now())
        assert binh.agency.name not in str(refused.value)


def test_of_two_who_opened_the_same_packet_one_takes_it_in(scene, binh):
    _transfer, data, code = make.sent(scene)
    other = make.receiver("osso")
    arrival = actions.open_packet(data=data, code=code, by=other, now=clock.now())
    make.taken_in(data, code, binh)

    with reading(other):
        arrival = queries.arrival(other, arrival.pk)
    with pytest.raises(Refused, match="đã được nhận"):
        actions.take_in(arrival=arrival, by=other, now=clock.now())

    with reading(other):
        assert not Case.objects.filter(holder=other.agency).exists()
