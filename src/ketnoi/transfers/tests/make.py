"""Scenes of a file that goes from one office to another."""

from dataclasses import dataclass
from typing import Any

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as cases
from ketnoi.cases.models import Case
from ketnoi.cases.tests import make as files
from ketnoi.foundation import clock
from ketnoi.foundation.action import writing
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import acting, reading
from ketnoi.foundation.tests import papers
from ketnoi.foundation.uploads import fit
from ketnoi.people import actions as people
from ketnoi.people import queries as persons
from ketnoi.places import queries as places
from ketnoi.transfers import actions, queries
from ketnoi.transfers.models import Transfer
from ketnoi.transfers.rules import Along, Ground

ALL = ("contact", "need", "identity", "risk", "papers", "health", "work", "story")
WORDS = {"note": "Chị kể về chuyến xe đêm", "address": "Ấp Phước Xuyên", "hours": "sau 18 giờ"}


@dataclass
class Sender:
    """An office with a caseworker, the lead who approves, and a file with everything in it."""

    lan: Any
    mai: Any
    file: Case


def sender(**facts: Any) -> Sender:
    """Lan keeps the file, Mai leads the office."""
    lan = agencies.member(agencies.agency("women_union", "province"), name="Lan")
    mai = agencies.member(lan.agency, "lead", name="Mai")
    return Sender(lan, mai, full_file(lan, **facts))


def receiver(function: str = "women_union") -> Any:
    """Bình opens files of an office in another province."""
    return agencies.member(agencies.agency(function, "province"), name="Bình")


def full_file(by: Any, **facts: Any) -> Case:
    """A file in which each pack has something to tell."""
    now = clock.now()
    needs = facts.pop("needs", ["health"])
    about = {"paper": files.PAPER, "risk": "high", "reasons": ["violence"], "needs": needs}
    case = files.case(by, **about, **facts)
    person = person_of(case, by)
    said = {"who_answers": "trusted", "safe_hours": WORDS["hours"], "message_ok": True}
    people.note_phone(person=person, number=files.PHONE, by=by, now=now, **said)
    people.note_address(person=person, commune=None, line=WORDS["address"], by=by, now=now)
    write(case, WORDS["note"], by)
    write(case, "Chỉ đơn vị đọc", by, privacy="agency")
    attach(case, "health", by)
    return case


def person_of(case: Case, by: Any) -> Any:
    """Who the file is about."""
    with reading(by):
        found = persons.person(by, case.person_id)
    assert found is not None
    return found


def write(case: Case, body: str, by: Any, privacy: str = "network") -> Any:
    """A note in a file."""
    said = {"body": body, "privacy": privacy, "kind": "call"}
    return cases.write_note(case=case, **said, by=by, now=clock.now())


def attach(case: Case, kind: str, by: Any) -> Any:
    """A paper in a file."""
    said = {"kind": kind, "title": "Số 12", "privacy": "network"}
    return cases.attach(case=case, file=fit(papers.picture()), **said, by=by, now=clock.now())


def everything(case: Case, by: Any) -> dict[str, list]:
    """All notes and papers that may go along."""
    with reading(by):
        return {
            "notes": [note.pk for note in queries.notes_to_send(case, by)],
            "attachments": [paper.pk for paper in queries.papers_to_send(case, by)],
        }


def started(case: Case, *, by: Any, packs: tuple[str, ...] = ALL, **said: Any) -> Transfer:
    """Somebody says that the file is to go to another province."""
    chosen = everything(case, by) if packs == ALL else {"notes": [], "attachments": []}
    chosen |= {name: said.pop(name) for name in list(chosen) if name in said}
    where = {"province": places.provinces().get(pk="79"), "office": "Phòng Bảo trợ"}
    about: dict[str, Any] = {
        "basis": "consent",
        "given": "spoken",
        "wording": "Em xin phép chuyển hồ sơ của chị.",
        "language": "vi",
        **said,
    }
    along, ground = Along(packs=list(packs), **chosen), Ground(**about)
    grounds = {"along": along, "ground": ground, "reason": "moved"}
    actions.start_transfer(case=case, **where, **grounds, by=by, now=clock.now())
    return fresh(case, by)


def fresh(case: Case, by: Any) -> Transfer:
    """The transfer of a file as it stands now."""
    with reading(by):
        found = queries.transfer_of(case, by)
    assert found is not None
    return found


def packet(transfer: Transfer, by: Any) -> tuple[bytes, str]:
    """The packet, and the code that is told by phone."""
    code = actions.make_packet(transfer=transfer, by=by, now=clock.now())
    with reading(by):
        return bytes(Transfer.objects.get(pk=transfer.pk).packet), code


def sent(
    scene: Sender, *, packs: tuple[str, ...] = ALL, **said: Any
) -> tuple[Transfer, bytes, str]:
    """Started, approved, and closed with a code."""
    begun = started(scene.file, by=scene.lan, packs=packs, **said)
    actions.approve_transfer(transfer=begun, by=scene.mai, now=clock.now())
    data, code = packet(fresh(scene.file, scene.lan), scene.lan)
    return fresh(scene.file, scene.lan), data, code


def taken_in(data: bytes, code: str, by: Any) -> Case:
    """The packet is opened at the other office and taken in."""
    arrival = actions.open_packet(data=data, code=code, by=by, now=clock.now())
    assert arrival is not None
    with reading(by):
        found = queries.arrival(by, arrival.pk)
    assert found is not None
    return actions.take_in(arrival=found, by=by, now=clock.now())


def receipt_of(case: Case, by: Any) -> str:
    """The code of receipt as the other office reads it out."""
    with reading(by):
        found = queries.receipt_of_file(by, case.code)
        assert found is not None
        return found.code.open()


def confirmed(transfer: Transfer, code: str, by: Any) -> bool:
    """The sender types what was told."""
    return actions.confirm_receipt(transfer=transfer, typed=code, by=by, now=clock.now())


def late(transfer: Transfer) -> None:
    """Its time is over."""
    with writing(), acting(NETWORK):
        Transfer.objects.filter(pk=transfer.pk).update(lapses_at=clock.now())
