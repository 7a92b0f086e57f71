"""What is done in a file and with what is known of her: the first part of the matrix."""

from typing import Any

from ketnoi.agencies.terms import Role
from ketnoi.agencies.tests import make as agencies
from ketnoi.blocking import actions as blocking
from ketnoi.cases import actions as cases
from ketnoi.foundation import clock
from ketnoi.merging import actions as merging
from ketnoi.people import actions as people
from ketnoi.rights import actions as rights
from ketnoi.transfers import actions as transfers
from ketnoi.transfers.tests import make as moving
from tests.access.acts import (
    COORDINATORS,
    HOLDERS,
    WORKERS,
    Act,
    at,
    into,
)
from tests.access.scene import Scene

ACTS: list[Act] = []
act = into(ACTS)


@act("describe the file", at("holder", WORKERS), HOLDERS)
def _describe(s: Scene, by: Any) -> None:
    cases.describe_case(case=s.file, version=s.file.version, risk="low", by=by, now=clock.now())


@act("ask for consent", at("holder", WORKERS), HOLDERS)
def _agree(s: Scene, by: Any) -> None:
    cases.give_consent(
        case=s.file,
        purpose="health",
        recipients=[s.yen.agency],
        packs=["need"],
        wording="…",
        language="vi",
        given="spoken",
        until=None,
        by=by,
        now=clock.now(),
    )


@act("withdraw a consent", HOLDERS, HOLDERS)
def _withdraw(s: Scene, by: Any) -> None:
    cases.withdraw_consent(consent=s.consent, by=by, now=clock.now())


@act("hand the file to oneself", at("holder", WORKERS), HOLDERS)
def _take_over(s: Scene, by: Any) -> None:
    cases.hand_over(case=s.file, to=by, by=by, now=clock.now())


@act("close the file", at("holder", WORKERS), HOLDERS)
def _close(s: Scene, by: Any) -> None:
    cases.close_case(case=s.file, reason="her_wish", by=by, now=clock.now())


@act("move the file on", at("holder", WORKERS), HOLDERS)
def _move(s: Scene, by: Any) -> None:
    cases.move_case(case=s.file, status="following", by=by, now=clock.now())


@act("mark the file as entered in error", at("holder", WORKERS), HOLDERS)
def _mistaken(s: Scene, by: Any) -> None:
    cases.mark_case_mistaken(case=s.file, by=by, now=clock.now())


@act("describe the person", HOLDERS, HOLDERS)
def _person(s: Scene, by: Any) -> None:
    people.describe_person(person=s.phone.person, version=1, sex="female", by=by)


@act("add a phone number", HOLDERS, at("holder", tuple(Role)))
def _phone(s: Scene, by: Any) -> None:
    people.note_phone(person=s.phone.person, number="+84900000001", by=by, now=clock.now())


@act("add a child of hers", HOLDERS, at("holder", tuple(Role)))
def _relative(s: Scene, by: Any) -> None:
    people.add_relative(
        person=s.phone.person, kind="child", lives="her", carer="her", by=by, now=clock.now()
    )


@act("describe a tie", HOLDERS, HOLDERS)
def _tie(s: Scene, by: Any) -> None:
    people.describe_tie(tie=s.tie, kind="child", lives="kin", carer="kin", by=by)


@act("end a tie", HOLDERS, HOLDERS)
def _end_tie(s: Scene, by: Any) -> None:
    people.end_tie(tie=s.tie, reason="apart", by=by, now=clock.now())


@act("forget a phone number", HOLDERS, HOLDERS)
def _forget(s: Scene, by: Any) -> None:
    people.forget_phone(phone=s.phone, by=by)


@act("take a request about data", HOLDERS, HOLDERS)
def _take(s: Scene, by: Any) -> None:
    rights.take_request(
        case=s.file,
        right="copy",
        asker="herself",
        check_made="known",
        words="",
        by=by,
        now=clock.now(),
    )


@act("acknowledge a request about data", at("holder", WORKERS), HOLDERS)
def _acknowledge(s: Scene, by: Any) -> None:
    rights.acknowledge_request(wish=s.wish, by=by, now=clock.now())


@act("extend a request about data", at("holder", WORKERS), HOLDERS)
def _extend(s: Scene, by: Any) -> None:
    rights.extend_request(wish=s.wish, by=by, now=clock.now())


@act("answer a request about data", at("holder", WORKERS), HOLDERS)
def _answer(s: Scene, by: Any) -> None:
    rights.answer_request(
        wish=s.wish, outcome="done", ground="", answer="…", by=by, now=clock.now()
    )


@act("merge another file into it", at("holder", WORKERS), HOLDERS)
def _merge(s: Scene, by: Any) -> None:
    merging.merge(
        into=s.file,
        away=s.twin,
        chosen={},
        stamp="1.1.1.1",
        reason="she_said",
        words="",
        by=by,
        now=clock.now(),
    )


@act("take a merge back", at("holder", WORKERS), HOLDERS)
def _apart(s: Scene, by: Any) -> None:
    merging.undo_merge(merge=s.merge, by=by, now=clock.now())


@act("block somebody from the file", at("holder", WORKERS) | COORDINATORS, HOLDERS | COORDINATORS)
def _block(s: Scene, by: Any) -> None:
    blocking.block(
        case=s.file,
        agency=s.minh.agency,
        member=s.minh,
        reason="neighbour",
        her_word="wants",
        by=by,
        now=clock.now(),
    )


@act("take a block back", at("holder", WORKERS) | COORDINATORS, HOLDERS | COORDINATORS)
def _unblock(s: Scene, by: Any) -> None:
    blocking.unblock(block=s.block, by=by, now=clock.now())


@act("restrict the file", at("holder", WORKERS), HOLDERS)
def _restrict(s: Scene, by: Any) -> None:
    cases.restrict_case(case=s.file, by=by, now=clock.now())


@act("lift a restriction", at("holder", WORKERS), HOLDERS)
def _share_again(s: Scene, by: Any) -> None:
    cases.lift_restriction(case=s.file, by=by)


@act("hold her data for an authority", HOLDERS, at("holder", tuple(Role)))
def _hold(s: Scene, by: Any) -> None:
    people.hold_data(
        person=s.phone.person, ground="court", source="…", until=None, by=by, now=clock.now()
    )


@act("lift a hold", HOLDERS, HOLDERS)
def _lift(s: Scene, by: Any) -> None:
    people.lift_hold(hold=s.hold, by=by, now=clock.now())


@act("erase her data", at("holder", (Role.LEAD,)), at("holder", (Role.LEAD,)))
def _erase(s: Scene, by: Any) -> None:
    people.erase_person(person=s.erasable, by=by, now=clock.now())


@act("begin a transfer to another province", at("holder", WORKERS), HOLDERS)
def _begin_transfer(s: Scene, by: Any) -> None:
    agencies.member(s.lan.agency, "lead")
    moving.started(s.file, by=by, packs=("need",))


@act("approve a transfer", at("holder", (Role.LEAD,)), HOLDERS)
def _approve_transfer(s: Scene, by: Any) -> None:
    transfers.approve_transfer(transfer=s.proposed, by=by, now=clock.now())


@act("decline a transfer", at("holder", (Role.LEAD,)), HOLDERS)
def _decline_transfer(s: Scene, by: Any) -> None:
    transfers.decline_transfer(transfer=s.proposed, words="…", by=by, now=clock.now())


@act("make the packet of a transfer", at("holder", WORKERS), HOLDERS)
def _make_packet(s: Scene, by: Any) -> None:
    agencies.member(s.lan.agency, "lead")
    transfers.make_packet(transfer=s.on_its_way, by=by, now=clock.now())


@act("type the receipt of a transfer", at("holder", WORKERS), HOLDERS)
def _type_receipt(s: Scene, by: Any) -> None:
    transfers.confirm_receipt(transfer=s.on_its_way, typed=s.told, by=by, now=clock.now())


@act("take a transfer back", at("holder", WORKERS), HOLDERS)
def _take_back(s: Scene, by: Any) -> None:
    transfers.take_back(transfer=s.on_its_way, by=by, now=clock.now())


@act("withdraw her yes to a transfer", HOLDERS, HOLDERS)
def _withdraw_transfer(s: Scene, by: Any) -> None:
    transfers.withdraw_yes(transfer=s.on_its_way, by=by, now=clock.now())
