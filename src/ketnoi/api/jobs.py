"""What a worker does for programs: it tells them what happened, and again until they hear."""

from contextlib import suppress

from django.db import transaction
from procrastinate.exceptions import AlreadyEnqueued

from ketnoi.api import actions, queries
from ketnoi.foundation import calling, clock
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.jobs import periodic, task


@periodic(cron="* * * * *")
@task(queue="system", queueing_lock="tell_programs", pass_context=False)
def tell_programs(timestamp: int) -> None:
    """Every minute: each address by itself, so that one that does not hear keeps nobody waiting."""
    with transaction.atomic(), acting(NETWORK):
        waiting = [str(each.pk) for each in queries.webhooks() if queries.unheard(each)]
    for webhook_id in waiting:
        name = f"tell_program:{webhook_id}"
        with suppress(AlreadyEnqueued), transaction.atomic():
            tell_program.configure(lock=name, queueing_lock=name).defer(webhook_id=webhook_id)


@task(queue="notices")
def tell_program(webhook_id: str) -> None:
    """One address hears what happened, in its order; where it does not hear, the rest waits."""
    with transaction.atomic(), acting(NETWORK):
        webhook = queries.webhooks().filter(pk=webhook_id).first()
        events = queries.unheard(webhook) if webhook else []
    for event in events:
        now = clock.now()
        told = {
            "type": f"referral.{event.state}",
            "timestamp": event.at.isoformat(),
            "data": {"id": str(event.referral_id)},
        }
        about = {"name": str(event.pk), "at": now, "told": told}
        if not calling.tell(webhook.url, webhook.secret, **about):
            if not webhook.failing_since:
                actions.note_failing(webhook=webhook, by=NETWORK, now=now)
            return
        actions.note_delivery(webhook=webhook, event=event, by=NETWORK, now=now)
