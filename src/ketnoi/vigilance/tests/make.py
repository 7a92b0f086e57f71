"""Scenes of tips."""

from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

from ketnoi.agencies.models import Member
from ketnoi.agencies.tests import make as agencies
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.vigilance import actions, queries
from ketnoi.vigilance.models import Desk, HandOver, Tip

WHAT, PLACE, WHO = (
    "Xe mười sáu chỗ đón ba cô gái lúc nửa đêm",
    "Bến đò Cái Cau, đêm thứ Sáu",
    "Người gọi số 0909 000 777, biển 65B-000.12",
)


def team() -> SimpleNamespace:
    """A desk with a lead and one who verifies, a colleague of theirs, and the police."""
    union, police = agencies.agency(), agencies.agency("police")
    return SimpleNamespace(
        mai=agencies.member(union, role="lead", name="Mai"),
        vy=agencies.member(union, role="verifier", name="Vy"),
        lan=agencies.member(union, name="Lan"),
        minh=agencies.member(police, role="verifier", name="Minh"),
        son=agencies.member(police, name="Sơn"),
    )


def desk(by: Member) -> Desk:
    """An agency reads tips from now on."""
    return actions.open_desk(by=by, now=clock.now())


def told(desk: Desk, form: UUID | None = None, **more: Any) -> str:
    """Somebody tells something; the receipt."""
    receipt = queries.receipt_of(form or uuid4())
    said = {"channel": "web", "what": WHAT, "place": PLACE, "who": WHO, **more}
    holder = queries.holder_of(receipt, desk=desk)
    actions.tell_tip(desk=desk, by=holder, now=clock.now(), **said)
    return receipt


def tip(desk: Desk, by: Member, **more: Any) -> Tip:
    """A tip as the desk sees it."""
    return known(told(desk, **more), by)


def known(receipt: str, by: Member) -> Tip:
    """The tip of a receipt, as a member of the desk sees it."""
    with acting(by):
        box = queries.holder_of(receipt).key
        pk = Tip.objects.get(mailbox=box).pk
        found = queries.tip(by, pk)
    assert found is not None
    return found


def answered(tip: Tip, by: Member, words: str = "Cảm ơn bạn. Xe đó màu gì?") -> None:
    """The desk answers."""
    actions.answer_tip(tip=tip, words=words, press=uuid4(), by=by, now=clock.now())


def judged(tip: Tip, by: Member, **more: Any) -> None:
    """The desk judges."""
    said = {"credibility": "medium", "standing": "open", "same_as": None, "why": "", **more}
    actions.judge_tip(tip=tip, by=by, now=clock.now(), **said)


def sighted(tip: Tip, by: Member, sign: str = "phone", value: str = "0909 000 777") -> None:
    """Something the tip names is written down."""
    actions.note_sighting(tip=tip, sign=sign, value=value, by=by, now=clock.now())


def handed(tip: Tip, to: Any, by: Member) -> HandOver:
    """The desk hands it to the police."""
    words = "Xe 65B-000.12 đón người ở bến đò."
    return actions.hand_over(tip=tip, to=to, words=words, by=by, now=clock.now())


def scene(lan: Member, minh: Member) -> dict[str, Any]:
    """A desk of one agency with a tip, and one that was handed to the police; for the matrix."""
    lead = agencies.member(lan.agency, role="lead", name="Mơ")
    office = desk(lead)
    given = handed(tip(office, lead), minh.agency, lead)
    told = tip(office, lead)
    agencies.gone(lead)
    return {"tip": told, "handed": given}
