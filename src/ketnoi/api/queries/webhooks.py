"""Which programs are told, and what they have not heard yet."""

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from ketnoi.api.models import Delivery, Webhook
from ketnoi.referrals import queries as referrals

AT_ONCE = 100


def webhooks() -> QuerySet[Webhook]:
    """Every address that is told, for the rounds of the system."""
    return Webhook.objects.filter(ended_at=None).order_by("since", "pk")


def webhooks_of(agency_id: UUID) -> QuerySet[Webhook]:
    """The addresses of an agency that are told."""
    return webhooks().filter(agency_id=agency_id)


def webhook(member: Any, pk: UUID) -> Webhook | None:
    """One address of the agency this member manages."""
    found = Webhook.objects.visible_to(member).filter(agency_id=member.agency_id, ended_at=None)
    return found.filter(pk=pk).first()


def unheard(webhook: Webhook) -> list[Any]:
    """The steps of which this address has not heard, the oldest first; so many at once."""
    heard = Delivery.objects.filter(webhook=webhook, event=OuterRef("pk"))
    known = referrals.steps_for(webhook.agency_id, since=webhook.since)
    return list(known.filter(~Exists(heard)).order_by("at", "pk")[:AT_ONCE])
