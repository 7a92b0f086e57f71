"""Four eyes, the ground it rests on, and everything that ends a transfer before it was received."""

from datetime import timedelta

import pytest
from django.db import IntegrityError

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as files
from ketnoi.cases import queries as cases
from ketnoi.cases.models import Case, Task
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused, writing
from ketnoi.foundation.envelope import spoken
from ketnoi.foundation.guard.context import acting, reading
from ketnoi.people import actions as people
from ketnoi.people import queries as persons
from ketnoi.transfers import actions, jobs
from ketnoi.transfers.models import Transfer
from ketnoi.transfers.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return make.sender()


def waiting(scene):
    with reading(scene.lan):
        return set(
            Task.objects.filter(case=scene.file, done_at=None).values_list("kind", flat=True)
        )


def status(scene):
    with reading(scene.lan):
        return Case.objects.get(pk=scene.file.pk).status


def opened(scene):
    with reading(scene.lan):
        return cases.case_by_code(scene.lan, scene.file.code)


def goes_on(scene, after):
    """The file is as before, writes are taken, and nothing opens or receives the packet here."""
    with reading(scene.lan):
        [(state, packet)] = Transfer.objects.values_list("state", "packet")
    assert (state, packet) == (after, None)
    assert status(scene) == "received"
    assert "await_receipt" not in waiting(scene)
    assert make.write(opened(scene), "Đi tiếp", scene.lan)
    return True


def test_whoever_began_it_does_not_approve_it():
    lead = agencies.member(agencies.agency(), "lead")
    other = agencies.member(lead.agency, "lead")
    file = make.full_file(lead)
    begun = make.started(file, by=lead)

    with pytest.raises(Refused, match="Phụ trách khác"):
        actions.approve_transfer(transfer=begun, by=lead, now=clock.now())
    actions.approve_transfer(transfer=begun, by=other, now=clock.now())

    assert make.fresh(file, lead).state == "approved"


@pytest.mark.parametrize("role", ["caseworker", "specialist", "coordinator", "admin"])
def test_only_a_lead_approves(scene, role):
    begun = make.started(scene.file, by=scene.lan)

    with pytest.raises(Refused):
        actions.approve_transfer(
            transfer=begun, by=agencies.member(scene.lan.agency, role), now=clock.now()
        )


def test_without_another_lead_it_does_not_begin():
    lead = agencies.member(agencies.agency(), "lead")

    with pytest.raises(Refused, match="phụ trách khác"):
        make.started(make.full_file(lead), by=lead)


def test_nothing_is_closed_before_somebody_approves(scene):
    begun = make.started(scene.file, by=scene.lan)

    with pytest.raises(Refused, match="sang bước khác"):
        actions.make_packet(transfer=begun, by=scene.lan, now=clock.now())

    assert waiting(scene) >= {"approve_transfer"}


def test_declined_with_a_reason_the_file_goes_on(scene):
    begun = make.started(scene.file, by=scene.lan)

    actions.decline_transfer(transfer=begun, words="Chưa gọi nơi đó", by=scene.mai, now=clock.now())

    assert make.fresh(scene.file, scene.lan).decline.open() == "Chưa gọi nơi đó"
    assert goes_on(scene, "declined")
    assert make.started(scene.file, by=scene.lan).is_open


def test_one_file_is_on_its_way_once(scene):
    make.started(scene.file, by=scene.lan)

    with pytest.raises(Refused, match="đang được chuyển"):
        make.started(scene.file, by=scene.lan)


def test_the_law_or_danger_stands_with_a_reason_and_no_yes(scene):
    with pytest.raises(Refused, match="Hãy ghi lý do"):
        make.started(scene.file, by=scene.lan, basis="legal_duty")

    begun = make.started(scene.file, by=scene.lan, basis="legal_duty", basis_reason="Điều 31")

    assert (begun.basis_reason.open(), begun.wording.open(), begun.given) == ("Điều 31", "", "")


def test_her_yes_is_kept_in_the_words_that_were_read(scene):
    begun = make.started(scene.file, by=scene.lan, wording="Đúng lời này", language="km")

    assert (begun.wording.open(), begun.language, begun.given) == ("Đúng lời này", "km", "spoken")


def test_a_child_needs_somebody_who_speaks_for_it_and_is_no_danger(scene):
    person = make.person_of(scene.file, scene.lan)
    people.describe_person(
        person=person, version=1, by=scene.lan, birth_year=clock.today().year - 9
    )
    by, now = scene.lan, clock.now()

    def speaker(name, danger):
        said = {"name": name, "relation": "mother", "may_be_danger": danger, "by": by}
        said["now"] = now if danger else now + timedelta(minutes=1)
        people.name_representative(person=person, **said)
        with reading(by):
            return persons.newest_representative(person)

    with pytest.raises(Refused, match="Người dưới 18 tuổi"):
        make.started(scene.file, by=by)
    with pytest.raises(Refused, match="ghi người đại diện"):
        make.started(scene.file, by=by, given="representative")
    danger = speaker("Cậu", True)
    with pytest.raises(Refused, match="gây hại"):
        make.started(scene.file, by=by, given="representative", representative=danger)
    mother = speaker("Mẹ", False)

    assert make.started(scene.file, by=by, given="representative", representative=mother)


@pytest.mark.parametrize(
    ("packs", "said"),
    [((), "ít nhất một phần"), (("contact", "health"), "Câu chuyện"), (("story",), "Sức khỏe")],
)
def test_what_goes_along_is_covered_by_a_pack(scene, packs, said):
    along = make.everything(scene.file, scene.lan)

    with pytest.raises(Refused, match=said):
        make.started(scene.file, by=scene.lan, packs=packs, **along)


def test_a_note_of_the_agency_alone_does_not_go(scene):
    secret = make.write(scene.file, "Riêng", scene.lan, privacy="agency")

    with pytest.raises(Refused, match="không gửi được nữa"):
        make.started(scene.file, by=scene.lan, packs=("story",), notes=[secret.pk])


def test_a_file_that_is_not_shared_goes_nowhere(scene):
    files.restrict_case(case=opened(scene), by=scene.lan, now=clock.now())
    scene.file = opened(scene)

    with pytest.raises(Refused, match="chỉ giữ, không chia sẻ"):
        make.started(scene.file, by=scene.lan)


def test_made_again_the_earlier_packet_is_void(scene):
    transfer, data, code = make.sent(scene)
    binh = make.receiver()
    again, other = make.packet(transfer, scene.lan)
    old = make.receipt_of(make.taken_in(data, code, binh), binh)

    assert other != code
    assert make.confirmed(transfer, old, scene.lan) is False
    new = make.taken_in(again, other, make.receiver())
    assert status(scene) == "received"
    with reading(new.keeper):
        keeper = new.keeper
    assert make.confirmed(transfer, make.receipt_of(new, keeper), scene.lan)


def test_the_receipt_of_another_transfer_is_not_this_ones(scene):
    binh, other = make.receiver(), make.sender()
    transfer, _data, _code = make.sent(scene)
    _other, data, code = make.sent(other)
    receipt = make.receipt_of(make.taken_in(data, code, binh), binh)

    assert make.confirmed(transfer, receipt, scene.lan) is False
    assert status(scene) == "received"


def test_a_receipt_that_was_mistyped_costs_nothing_and_few_others_may_be_tried(scene):
    transfer, data, code = make.sent(scene)
    right = make.receipt_of(make.taken_in(data, code, binh := make.receiver()), binh)
    slip = right[:-1] + next(c for c in spoken.LETTERS if c != right[-1])

    for _try in range(7):
        with pytest.raises(Refused, match="gõ nhầm"):
            make.confirmed(transfer, slip, scene.lan)
    for _try in range(5):
        assert make.confirmed(transfer, spoken.new(9), scene.lan) is False
    with pytest.raises(Refused, match="làm tệp mới"):
        make.confirmed(transfer, right, scene.lan)


def test_taken_back_before_the_receipt(scene):
    transfer, data, code = make.sent(scene)
    receipt = make.receipt_of(make.taken_in(data, code, binh := make.receiver()), binh)

    actions.take_back(transfer=transfer, by=scene.lan, now=clock.now())

    assert goes_on(scene, "taken_back")
    with pytest.raises(Refused, match="Chưa có tệp nào"):
        make.confirmed(transfer, receipt, scene.lan)


def test_she_takes_her_yes_back_from_whoever_listens(scene):
    transfer, _data, _code = make.sent(scene)
    specialist = agencies.member(scene.lan.agency, "specialist")

    actions.withdraw_yes(transfer=transfer, by=specialist, now=clock.now())

    assert goes_on(scene, "withdrawn")


def test_when_its_time_is_over_it_lapses_by_itself_and_she_hears(scene, told_members):
    transfer, data, code = make.sent(scene)
    receipt = make.receipt_of(make.taken_in(data, code, binh := make.receiver()), binh)
    make.late(transfer)
    told_members.clear()

    with pytest.raises(Refused, match="hết hạn"):
        make.confirmed(transfer, receipt, scene.lan)
    jobs.lapse_transfers(0)

    assert told_members == [scene.lan.pk]
    assert goes_on(scene, "lapsed")


def test_before_its_time_nothing_lapses(scene):
    transfer, _data, _code = make.sent(scene)

    jobs.lapse_transfers(0)

    assert make.fresh(scene.file, scene.lan).state == "sent"
    assert transfer.lapses_at - clock.now() > timedelta(days=20)


def test_no_two_people_are_one_for_the_database_either(scene):
    begun = make.started(scene.file, by=scene.lan)

    with pytest.raises(IntegrityError), writing(), acting(scene.lan):
        Transfer.objects.filter(pk=begun.pk).update(decided_by=begun.started_by_id)


@pytest.fixture
def told_members(monkeypatch):
    told = []
    monkeypatch.setattr(
        "ketnoi.transfers.actions.ending.agencies.tell_with_substitute",
        lambda *, member_id, but=(): told.append(member_id),
    )
    return told
