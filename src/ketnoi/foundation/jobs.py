"""Work that is done later, kept in PostgreSQL with the transaction that asked for it."""

from procrastinate.contrib.django import app

from ketnoi.foundation.trail import sealing

task = app.task
periodic = app.periodic

__all__ = ["app", "periodic", "seal_trail", "task"]


@periodic(cron="* * * * *")
@task(queue="system", queueing_lock="seal_trail")
def seal_trail(timestamp: int) -> None:
    """Every minute: what was written goes under a seal."""
    sealing.seal()
