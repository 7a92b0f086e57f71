"""Scenes of somebody who asks to be called."""

from types import SimpleNamespace
from typing import Any
from uuid import uuid4

from ketnoi.agencies.models import Member
from ketnoi.agencies.tests import make as agencies
from ketnoi.foundation import clock
from ketnoi.foundation.actor import Visitor
from ketnoi.foundation.guard.context import acting
from ketnoi.intake import actions, queries
from ketnoi.intake.models import Callback, CallbackAttempt

CALLED, NUMBER, CODE_WORD = "Chị Bằng Lăng", "+84912345001", "mưa ngâu"
SAID = {
    "called": CALLED,
    "number": NUMBER,
    "other_way": "",
    "safe_hours": "9 đến 11 giờ",
    "may_answer": "herself",
    "if_another": "jobs",
    "code_word": CODE_WORD,
    "language": "vi",
}


def team() -> SimpleNamespace:
    """The agency on duty with a caseworker and a lead, another agency, and a coordinator."""
    lan = agencies.member(agencies.agency("women_union", province_id="92"), name="Lan")
    hoa = agencies.member(agencies.agency("women_union"), role="coordinator", name="Hoa")
    kim = agencies.member(agencies.agency("osso"), name="Kim")
    on_duty(lan, hoa)
    mai = agencies.member(lan.agency, role="lead", name="Mai")
    return SimpleNamespace(lan=lan, mai=mai, hoa=hoa, kim=kim)


def on_duty(member: Member, by: Member) -> None:
    """The agency of this member calls back."""
    actions.name_duty(agency=member.agency, by=by, now=clock.now())


def ask(**more: Any) -> bool:
    """Somebody of the public asks to be called."""
    about = {**SAID, "key": uuid4(), "now": clock.now()} | more
    return actions.ask_to_be_called(by=Visitor(), **about)


def waiting(member: Member) -> list[Any]:
    """The queue of the agency of this member."""
    with acting(member):
        return queries.waiting(member, now=clock.now())


def asked(member: Member, **more: Any) -> Callback:
    """A request that waits, as an officer on duty opens it."""
    known = {each.callback.pk for each in waiting(member)}
    ask(**more)
    [new] = [each.callback for each in waiting(member) if each.callback.pk not in known]
    return opened(new, member)


def opened(callback: Callback, member: Member) -> Callback:
    """The request as it stands."""
    with acting(member):
        found = queries.callback(member, callback.pk)
    assert found is not None
    return found


def tried(callback: Callback, by: Member, result: str, **more: Any) -> CallbackAttempt:
    """She was called."""
    about = {"key": uuid4(), "now": clock.now()} | more
    return actions.note_attempt(callback=callback, result=result, by=by, **about)


def ended(callback: Callback, by: Member, outcome: str) -> Callback:
    """The request ends."""
    return actions.end_callback(callback=callback, outcome=outcome, by=by, now=clock.now())


def scene(lan: Member) -> dict[str, Callback]:
    """One request that waits and one that was tried, at the agency of this officer."""
    hoa = agencies.member(lan.agency, role="coordinator", name="Hòa")
    on_duty(lan, hoa)
    agencies.gone(hoa)
    waits, taken = asked(lan), asked(lan, number="+84912345009")
    tried(taken, lan, "nothing_more")
    return {"callback": waits, "callback_taken": opened(taken, lan)}
