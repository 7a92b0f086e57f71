"""What is done for somebody who asks to be called: a part of the matrix of its own."""

from typing import Any

from ketnoi.agencies.terms import Role
from ketnoi.foundation import clock
from ketnoi.intake import actions
from ketnoi.intake.tests import answering, calling
from tests.access.acts import COORDINATORS, EVERYWHERE, HOLDERS, WORKERS, Act, at, into
from tests.access.scene import RELATIONS, Scene

ACTS: list[Act] = []
act = into(ACTS)
# In the scene the agency that holds the file calls back; the request names no file.
CALLS = at("holder", (*WORKERS, Role.SPECIALIST))
CALLS_ANYWHERE = frozenset((r, w.value) for r in RELATIONS for w in (*WORKERS, Role.SPECIALIST))


@act("say which agency calls back", COORDINATORS, EVERYWHERE)
def _duty(s: Scene, by: Any) -> None:
    calling.on_duty(by, by)


@act("take a request to call", CALLS, HOLDERS)
def _claim(s: Scene, by: Any) -> None:
    actions.claim_callback(callback=s.callback, by=by, now=clock.now())


@act("let somebody else call", CALLS, HOLDERS)
def _release(s: Scene, by: Any) -> None:
    actions.release_callback(callback=s.callback_taken, by=by, now=clock.now())


@act("write down that she was called", CALLS, HOLDERS)
def _try(s: Scene, by: Any) -> None:
    calling.tried(s.callback, by, "no_answer")


@act("end a request to be called", CALLS, HOLDERS)
def _end(s: Scene, by: Any) -> None:
    calling.ended(s.callback_taken, by, "nothing_more")


@act("answer a call", CALLS_ANYWHERE, EVERYWHERE)
def _answer(s: Scene, by: Any) -> None:
    answering.call(by)


@act("write down what is said on a call", CALLS, HOLDERS)
def _keep(s: Scene, by: Any) -> None:
    answering.kept(s.call, by)


@act("end a call with an outcome", CALLS, HOLDERS)
def _outcome(s: Scene, by: Any) -> None:
    answering.ended(s.call, by, "advised")


@act("bring a list of missed calls", CALLS_ANYWHERE, EVERYWHERE)
def _bring(s: Scene, by: Any) -> None:
    answering.brought(by)


@act("have the calls of a list returned", CALLS, HOLDERS)
def _add(s: Scene, by: Any) -> None:
    answering.added(s.missed, by)


@act("drop a list of missed calls", CALLS, HOLDERS)
def _drop(s: Scene, by: Any) -> None:
    actions.drop_missed(source=s.missed, by=by, now=clock.now())
