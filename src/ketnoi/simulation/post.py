"""Letters: what the actions put into the queue, delivered at the simulated hour, or tried again."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from procrastinate import sql
from procrastinate.contrib.django.models import ProcrastinateJob

from ketnoi.agencies import jobs
from ketnoi.foundation.jobs import app

QUEUE = "notices"
WORK = {"tell_agency": jobs.tell_agency, "tell_member": jobs.tell_member}


class ServerDown(ConnectionError):
    """The mail server does not answer."""


class Box:
    """The channel of the simulation: says who was told, or that the server is down."""

    down = False
    told: set[str] = set()

    def send(self, address: str) -> None:
        """Put the one sentence there is into a letter box."""
        if Box.down:
            raise ServerDown
        Box.told.add(address)


class Post:
    """The worker of the simulation: it does what waits in the queue, on simulated time."""

    def __init__(self) -> None:
        self.counted = {"letters": 0, "failed_at_first": 0, "given_up": 0}

    def deliver(self, now: datetime, *, down: bool) -> set[str]:
        """Do what is due in the queue; gives the addresses that were reached."""
        Box.down, Box.told = down, set()
        due = Q(scheduled_at=None) | Q(scheduled_at__lte=now)
        waiting = ProcrastinateJob.objects.filter(due, status="todo", queue_name=QUEUE)
        if not waiting.exists():
            return Box.told
        # The word to an agency becomes one to each of its members.
        for kind in ("tell_agency", "tell_member"):
            for job in waiting.filter(task_name__endswith=kind).order_by("id"):
                self._do(kind, job, now)
        return Box.told

    def _do(self, kind: str, job: Any, now: datetime) -> None:
        try:
            with transaction.atomic():
                WORK[kind].func(**job.args)
        except ServerDown as trouble:
            self._again(job, trouble, now)
        else:
            self.counted["letters"] += kind == "tell_member"
            _finish(job, "succeeded")

    def _again(self, job: Any, trouble: ServerDown, now: datetime) -> None:
        """The real patience of the job says when it is tried again."""
        self.counted["failed_at_first"] += job.attempts == 0
        decision = jobs.PATIENCE.get_retry_decision(exception=trouble, job=job)
        _finish(job, "failed")
        if decision is None:
            self.counted["given_up"] += 1
            return
        wait = jobs.PATIENCE.wait + jobs.PATIENCE.linear_wait * job.attempts
        app.connector.execute_query(
            sql.queries["retry_job"],
            job_id=job.pk,
            retry_at=now + timedelta(seconds=wait),
            new_priority=None,
            new_queue_name=None,
            new_lock=None,
        )


def _finish(job: Any, status: str) -> None:
    app.connector.execute_query(
        sql.queries["finish_job"],
        job_id=job.pk,
        status=status,
        delete_job=status == "succeeded",
    )
