"""Scenes of life in the house."""

from datetime import timedelta
from typing import Any

from ketnoi.agencies.tests import make as agencies
from ketnoi.dwelling import actions, queries
from ketnoi.dwelling.models import Belonging, DayNote, Transport, Visit
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting, reading
from ketnoi.protection.models import ShelterStay
from ketnoi.protection.tests import make as shelters

HOUR = timedelta(hours=1)
WORDS = "Ngủ ngon, sáng dậy ăn cháo"


def living(by: Any) -> ShelterStay:
    """Somebody stays in the house of this member; her file is held by another agency."""
    return shelters.admitted(shelters.shared_file(by), by)


def noted(stay: ShelterStay, by: Any, words: str = WORDS, **facts: Any) -> DayNote:
    """A note of today; the next shift must know."""
    about = {"kind": "slept", "passes_on": True, "on": clock.today(), **facts}
    return actions.write_day_note(stay=stay, words=words, by=by, now=clock.now(), **about)


def received(
    stay: ShelterStay, by: Any, kind: str = "papers", words: str = "Thẻ căn cước", **facts: Any
) -> Belonging:
    """Something of hers is kept."""
    about = {"amount": None, "her_word": "signed", **facts}
    return actions.receive_belonging(
        stay=stay, kind=kind, words=words, by=by, now=clock.now(), **about
    )


def given(thing: Belonging, by: Any, amount: int = 1, seen: int = 0) -> Any:
    """It is given back."""
    about = {"her_word": "signed", "by": by, "now": clock.now()}
    return actions.give_back(belonging=thing, amount=amount, seen=seen, **about)


def asked(stay: ShelterStay, by: Any, visitor: str = "Bà Tư", **facts: Any) -> Visit:
    """Somebody wants to visit her tomorrow."""
    about = {"relation": "parent", "wanted_at": clock.now() + 24 * HOUR, **facts}
    return actions.ask_visit(stay=stay, visitor=visitor, by=by, now=clock.now(), **about)


def answered(visit: Visit, by: Any, answer: str = "yes", venue: str = "neutral") -> Visit:
    """What she says."""
    return actions.answer_visit(visit=visit, answer=answer, venue=venue, by=by, now=clock.now())


def decided(visit: Visit, by: Any, **said: Any) -> Visit:
    """What the lead says."""
    about = {"answer": "yes", "venue": "neutral", "meeting": "", **said}
    return actions.decide_visit(visit=visit, by=by, now=clock.now(), **about)


def life(stay: ShelterStay, other: Any, *, by: Any, words: str = "…") -> dict[str, Any]:
    """Something of everything there is in a house."""
    lead = agencies.member(by.agency, role="lead", name="Hà")
    agreed = answered(asked(stay, by, words), by)
    invited = decided(answered(asked(stay, by, words), by), lead, meeting=words)
    agencies.gone(lead)
    return {
        "point": noted(stay, by, words),
        "thing": received(stay, by, words=words),
        "visit": asked(stay, by, words),
        "agreed": agreed,
        "invited": invited,
        "ride": planned(stay, by, other, escort=words, meeting=words),
    }


def planned(stay: ShelterStay, by: Any, other: Any, **facts: Any) -> Transport:
    """She will be taken to another agency in an hour, and be there within three."""
    now = facts.pop("now", None) or clock.now()
    about = {
        "direction": "out",
        "planned_at": now + HOUR,
        "arrive_by": now + 3 * HOUR,
        "escort": "Anh Ba lái",
        "meeting": "Cổng chợ",
        **facts,
    }
    return actions.plan_transport(stay=stay, other=other, by=by, now=now, **about)


def known(by: Any, transport: Transport) -> Transport:
    """The transport as this hand finds it."""
    with reading(by):
        found = queries.transport(by, transport.pk)
    assert found
    return found


def seen_by(by: Any, ask: Any) -> Any:
    """What this member is answered."""
    with acting(by):
        return ask()
