"""What is done with tips of the public: a part of the matrix of its own."""

from typing import Any

from ketnoi.agencies.terms import Role
from ketnoi.foundation import clock
from ketnoi.vigilance import actions
from ketnoi.vigilance.tests import make
from tests.access.acts import EVERYWHERE, Act, at, into
from tests.access.scene import Scene

ACTS: list[Act] = []
act = into(ACTS)
# In the scene the desk belongs to the agency that holds the file, and the police were handed a tip.
READERS = (Role.VERIFIER, Role.LEAD)
# The stranger is of the same union, elsewhere.
NO_DESK_YET = at("police", (Role.LEAD,)) | at("stranger", (Role.LEAD,))
DESK, POLICE, ALL_OF_IT = (
    at("holder", READERS),
    at("police", READERS),
    at("holder", tuple(Role)),
)


@act("begin to read tips of the public", NO_DESK_YET, EVERYWHERE - ALL_OF_IT)
def _open(s: Scene, by: Any) -> None:
    make.desk(by)


@act("read no more tips of the public", at("holder", (Role.LEAD,)), ALL_OF_IT)
def _close(s: Scene, by: Any) -> None:
    actions.close_desk(by=by, now=clock.now())


@act("judge a tip", DESK, DESK)
def _judge(s: Scene, by: Any) -> None:
    make.judged(s.tip, by)


@act("answer whoever told", DESK, DESK)
def _answer(s: Scene, by: Any) -> None:
    make.answered(s.tip, by)


@act("write down what a tip names", DESK, DESK)
def _sight(s: Scene, by: Any) -> None:
    make.sighted(s.tip, by)


@act("hand a tip to the police", DESK, DESK)
def _hand(s: Scene, by: Any) -> None:
    make.handed(s.tip, s.minh.agency, by)


@act("say that a tip was received", POLICE, POLICE)
def _receive(s: Scene, by: Any) -> None:
    actions.receive_hand_over(handed=s.handed, by=by, now=clock.now())


@act("say what came of a tip", POLICE, POLICE)
def _outcome(s: Scene, by: Any) -> None:
    said = {"outcome": "taken_up", "answer": "…", "by": by}
    actions.answer_hand_over(handed=s.handed, now=clock.now(), **said)
