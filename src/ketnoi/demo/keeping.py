"""Officers who keep up: what came back to their desk was looked at within its time."""

from ketnoi.cases import actions as cases
from ketnoi.cases import queries as files
from ketnoi.cases.terms import TaskKind
from ketnoi.demo.stage import Stage
from ketnoi.foundation.guard.context import acting
from ketnoi.protection import actions as protection

PLACES = {"women": 9, "mother_child": 5, "accessible": 1}
KEEP_UP = ("lan", "yen", "kim", "binh", "son", "mai")


def keep_up(stage: Stage) -> None:
    """A moment ago everybody looked at the files in which nothing else was waiting."""
    stage.calendar.begin()
    now = stage.calendar.minutes_ago(2)
    for key in KEEP_UP:
        member = getattr(stage, key)
        with acting(member):
            late = [
                t for t in files.to_do(member) if t.kind == TaskKind.NEXT_STEP and t.due_at < now
            ]
        for task in late:
            cases.tick_task(task=task, by=member, now=now)
    _count_beds(stage)


def _count_beds(stage: Stage) -> None:
    """The lead of the shelter said how many places there are; last night they were counted."""
    protection.set_places(places=PLACES, by=stage.hanh, now=stage.calendar.minutes_ago(300))
    protection.count_night(by=stage.yen, now=stage.calendar.minutes_ago(240))
    protection.keep_bed(
        unit="mother_child", hours=8, by=stage.yen, now=stage.calendar.minutes_ago(60)
    )
