"""What is done in the house in which she stays, and on her ways: a part of the matrix."""

from typing import Any

from ketnoi.agencies.terms import Role
from ketnoi.dwelling import actions
from ketnoi.dwelling.tests import make
from ketnoi.foundation import clock
from tests.access.acts import HOLDERS, PARTNERS, WORKERS, Act, at, into
from tests.access.scene import Scene

ACTS: list[Act] = []
act = into(ACTS)
HOUSE = at("partner", (*WORKERS, Role.SPECIALIST))
HANDS = HOLDERS | PARTNERS


@act("write a note of the day", HOUSE, PARTNERS)
def _note(s: Scene, by: Any) -> None:
    make.noted(s.stay, by)


@act("tick what the next shift must know", HOUSE, PARTNERS)
def _tick(s: Scene, by: Any) -> None:
    actions.settle_point(point=s.life["point"], by=by, now=clock.now())


@act("strike a note of the day", HOUSE, PARTNERS)
def _strike(s: Scene, by: Any) -> None:
    actions.strike_note(point=s.life["point"], by=by, now=clock.now())


@act("receive something of hers", HOUSE, PARTNERS)
def _receive(s: Scene, by: Any) -> None:
    make.received(s.stay, by)


@act("give something of hers back", HOUSE, PARTNERS)
def _give(s: Scene, by: Any) -> None:
    make.given(s.life["thing"], by)


@act("keep something of hers on", HOUSE, PARTNERS)
def _keep(s: Scene, by: Any) -> None:
    actions.keep_on(belonging=s.life["thing"], why="her_wish", by=by, now=clock.now())


@act("strike something of hers that was a mistake", HOUSE, PARTNERS)
def _strike_thing(s: Scene, by: Any) -> None:
    actions.strike_belonging(belonging=s.life["thing"], by=by, now=clock.now())


@act("say that somebody wants to visit her", HOUSE, PARTNERS)
def _ask(s: Scene, by: Any) -> None:
    make.asked(s.stay, by)


@act("write what she says to a visit", HOUSE, PARTNERS)
def _answer(s: Scene, by: Any) -> None:
    make.answered(s.life["visit"], by)


@act("decide about a visit", at("partner", (Role.LEAD,)), PARTNERS)
def _decide(s: Scene, by: Any) -> None:
    make.decided(s.life["agreed"], by)


@act("write whether a visitor came", HOUSE, PARTNERS)
def _record(s: Scene, by: Any) -> None:
    actions.record_visit(visit=s.life["invited"], outcome="came", by=by, now=clock.now())


@act("plan a transport", HOUSE, PARTNERS)
def _plan(s: Scene, by: Any) -> None:
    make.planned(s.stay, by, s.lan.agency)


@act("write that she left with whoever takes her", PARTNERS, HANDS)
def _set_out(s: Scene, by: Any) -> None:
    now = clock.now()
    actions.set_out(transport=s.life["ride"], left_at=now, by=by, now=now)


@act("write that she arrived", HOLDERS, HANDS)
def _arrive(s: Scene, by: Any) -> None:
    now = clock.now()
    actions.arrive(transport=s.life["ride"], arrived_at=now, by=by, now=now)


@act("write that she comes later", HANDS, HANDS)
def _delay(s: Scene, by: Any) -> None:
    until = clock.now() + 5 * make.HOUR
    about = {"arrive_by": until, "why": "road", "by": by, "now": clock.now()}
    actions.delay_arrival(transport=s.life["ride"], **about)


@act("call a transport off", PARTNERS, HANDS)
def _call_off(s: Scene, by: Any) -> None:
    actions.call_off_transport(transport=s.life["ride"], why="other", by=by, now=clock.now())
