"""What is done in a drive: a part of the matrix of its own."""

from typing import Any
from uuid import uuid4

from ketnoi.agencies.terms import Role
from ketnoi.drives import actions
from ketnoi.drives.tests import make
from ketnoi.foundation import clock
from tests.access.acts import HOLDERS, OFFICERS_ANYWHERE, WORKERS, Act, at, into
from tests.access.scene import Scene

ACTS: list[Act] = []
act = into(ACTS)
# In the scene the drive belongs to the agency that holds the file; it names nobody of it.
RUNS, LEADS = at("holder", WORKERS), at("holder", (Role.LEAD,))


@act(
    "open a drive",
    frozenset((r, w) for r, w in OFFICERS_ANYWHERE if w in WORKERS),
    OFFICERS_ANYWHERE,
)
def _open(s: Scene, by: Any) -> None:
    make.drive(by)


@act("write down what is needed", RUNS, HOLDERS)
def _need(s: Scene, by: Any) -> None:
    make.need(s.drive, by)


@act("let the public see a need", LEADS, HOLDERS)
def _verify(s: Scene, by: Any) -> None:
    actions.verify_need(need=s.needed, by=by, now=clock.now())


@act("write down who offers something", RUNS, HOLDERS)
def _pledge(s: Scene, by: Any) -> None:
    make.pledged(s.needed, by)


@act("confirm a pledge", RUNS, HOLDERS)
def _confirm(s: Scene, by: Any) -> None:
    make.agreed(s.pledge, by)


@act("end a pledge", RUNS, HOLDERS)
def _end_pledge(s: Scene, by: Any) -> None:
    about = {"ending": "withdrawn", "key": uuid4(), "by": by}
    actions.end_pledge(pledge=s.pledge, now=clock.now(), **about)


@act("write down that something came", RUNS, HOLDERS)
def _receive(s: Scene, by: Any) -> None:
    make.came(s.needed, by, 1)


@act("write down where it went", RUNS, HOLDERS)
def _give(s: Scene, by: Any) -> None:
    make.went(s.needed, by, 1)


@act("correct the book of a drive", LEADS, HOLDERS)
def _correct(s: Scene, by: Any) -> None:
    actions.correct_goods(entry=s.came, key=uuid4(), by=by, now=clock.now())


@act("end a need", RUNS, HOLDERS)
def _end_need(s: Scene, by: Any) -> None:
    actions.end_need(need=s.needed, key=uuid4(), by=by, now=clock.now())


@act("write what a drive did", RUNS, HOLDERS)
def _tell(s: Scene, by: Any) -> None:
    make.told(s.drive, by)


@act("let the public read what a drive did", RUNS, HOLDERS)
def _check(s: Scene, by: Any) -> None:
    actions.check_evidence(evidence=s.evidence, by=by, now=clock.now())


@act("end a drive", LEADS, HOLDERS)
def _end(s: Scene, by: Any) -> None:
    actions.end_drive(drive=s.bare, by=by, now=clock.now())


@act("forget who gave", LEADS, HOLDERS)
def _forget(s: Scene, by: Any) -> None:
    actions.forget_givers(drive=s.over, by=by, now=clock.now())
