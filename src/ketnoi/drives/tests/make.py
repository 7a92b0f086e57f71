"""Scenes of drives."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

from ketnoi.agencies.models import Member
from ketnoi.agencies.tests import make as agencies
from ketnoi.drives import actions, queries
from ketnoi.drives.models import Drive, Evidence, GoodsEntry, Need, Pledge
from ketnoi.foundation import clock
from ketnoi.foundation.actor import Visitor
from ketnoi.foundation.guard.context import acting
from ketnoi.places.models import Commune

NAME, PHONE, HOME = "Ông Chín Hủ Tiếu", "+84912345678", "31567"


def team() -> SimpleNamespace:
    """An agency with a caseworker and a lead."""
    lan = agencies.member(agencies.agency("women_union", province_id="92"), name="Lan")
    return SimpleNamespace(lan=lan, mai=agencies.member(lan.agency, role="lead", name="Mai"))


def drive(by: Member) -> Drive:
    """A drive that begins now."""
    return actions.open_drive(title="Máy may cho tổ hợp tác", by=by, now=clock.now())


def need(drive: Drive, by: Member, amount: int = 12, **more: Any) -> Need:
    """Something is needed in Mỹ Tú, or where `commune` says."""
    about = {"kind": "sewing_machine", "commune": commune(), "until": in_days(30), "key": uuid4()}
    about |= more
    return actions.add_need(drive=drive, amount=amount, by=by, now=clock.now(), **about)


def public(drive: Drive, by: Member, checked_by: Member, amount: int = 12, **more: Any) -> Need:
    """Something that is needed, and that the public sees."""
    made = need(drive, by, amount, **more)
    actions.verify_need(need=made, by=checked_by, now=clock.now())
    return known(made, by)


def known(need: Need, by: Member) -> Need:
    """The need as it stands."""
    with acting(by):
        found = queries.need_of_drive(by, need.drive_id, need.pk)
    assert found is not None
    return found


def pledged(need: Need, by: Member, amount: int = 3, **more: Any) -> Pledge:
    """Somebody called and offers something."""
    about = {"giver": "business", "name": NAME, "phone": PHONE, "key": uuid4(), **more}
    made = actions.note_pledge(need=need, amount=amount, by=by, now=clock.now(), **about)
    return opened(made, by)


def opened(pledge: Pledge, by: Member) -> Pledge:
    """The pledge as its agency opens it."""
    with acting(by):
        found = queries.pledge_of_need(by, pledge.need_id, pledge.pk)
    assert found is not None
    return found


def agreed(pledge: Pledge, by: Member, amount: int = 3, **more: Any) -> Pledge:
    """Somebody called back, and they agreed."""
    about = {"arrives_on": None, "key": uuid4(), **more}
    now = clock.now()
    actions.confirm_pledge(pledge=pledge, amount=amount, by=by, now=now, **about)
    return opened(pledge, by)


def came(need: Need, by: Member, amount: int, pledge: Any = None, **more: Any) -> GoodsEntry:
    """Something came today."""
    about = {"on": clock.today(), "key": uuid4(), **more}
    now = clock.now()
    return actions.receive_goods(need=need, pledge=pledge, amount=amount, by=by, now=now, **about)


def went(need: Need, by: Member, amount: int, **more: Any) -> GoodsEntry:
    """Something went to the stock of the agency itself."""
    about = {"went_to": by.agency, "programme": "", "on": clock.today(), "key": uuid4(), **more}
    return actions.give_goods(need=need, amount=amount, by=by, now=clock.now(), **about)


def told(drive: Drive, by: Member, people: int = 7, words: str = "…") -> Evidence:
    """An officer wrote what it did."""
    now = clock.now()
    return actions.write_evidence(drive=drive, people=people, words=words, by=by, now=now)


def offered(need: Need, amount: int = 2, **more: Any) -> None:
    """Somebody of the public offers something."""
    about = {"giver": "person", "name": NAME, "phone": PHONE, "key": uuid4(), **more}
    now = clock.now()
    actions.offer_goods(need=need, amount=amount, by=Visitor(), now=now, **about)


def offers(need: Need, by: Member) -> list[Pledge]:
    """What the agency reads of them."""
    with acting(by):
        return queries.pledges_of(need, by)


def commune(code: str = HOME) -> Commune:
    """A commune."""
    return Commune.objects.select_related("province").get(pk=code)


def in_days(days: int) -> Any:
    """A day to come."""
    return clock.today() + timedelta(days=days)


def scene(lan: Member) -> dict[str, Any]:
    """Something of each kind in drives of one agency, for the matrix."""
    goes_on, bare, over = drive(lan), drive(lan), drive(lan)
    lead = agencies.member(lan.agency, role="lead", name="Mơ")
    actions.end_drive(drive=over, by=lead, now=clock.now())
    agencies.gone(lead)
    needed = need(goes_on, lan)
    about = {"drive": goes_on, "bare": bare, "over": over, "needed": needed}
    about |= {"pledge": pledged(needed, lan), "evidence": told(goes_on, lan)}
    return {**about, "came": came(needed, lan, 2)}
