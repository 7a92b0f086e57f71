"""Officers who keep up: what came back to their desk was looked at within its time."""

from ketnoi.cases import actions as cases
from ketnoi.cases import queries as files
from ketnoi.cases.terms import TaskKind
from ketnoi.demo.stage import Stage
from ketnoi.directory import actions as directory
from ketnoi.foundation.guard.context import acting

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
    shelter = stage.services["peace-house-shelter"]
    directory.report_capacity(service=shelter, places=8, taken=6, by=stage.yen, now=now)
