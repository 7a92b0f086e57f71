"""What a partner without an account sees: one request, and nothing else."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, QuerySet

from ketnoi.agencies import queries as agencies
from ketnoi.cases import queries as cases
from ketnoi.foundation import clock, links
from ketnoi.foundation.actor import Guest
from ketnoi.foundation.guard.context import acting
from ketnoi.law import queries as law
from ketnoi.referrals import access, rules
from ketnoi.referrals.models import GuestLink, Referral

# Her consent stands beside it: a guest does not read it, the database looks whether it holds.
NEAR = ("service", "from_agency", "to_agency", "key", "consent")


@dataclass(frozen=True)
class Visit:
    """One look through a guest link: the request, by when an answer is due, what it may be."""

    link: GuestLink
    referral: Referral
    due: datetime | None
    moves: set[str]


def link_by_token(token: str) -> GuestLink | None:
    """The link that this token stands for, alive and leading somewhere; None for any other."""
    knocking = Guest(key=str(links.id_of(token)))
    with acting(knocking):
        found = GuestLink.objects.visible_to(knocking).first()
    if found is None or not found.lives(clock.now()):
        return None
    with acting(found.guest):
        return found if referral_of_guest(found.guest) else None


def referral_of_guest(guest: Guest) -> Referral | None:
    """The one request a guest may reach now."""
    found = Referral.objects.visible_to(guest).filter(state__in=rules.IN_HAND)
    return found.select_related(*NEAR).first()


def visit(link: GuestLink, token: str) -> Visit | None:
    """What the link shows after its code was right; None when it leads nowhere any more."""
    guest = link.guest
    with acting(guest):
        referral = referral_of_guest(guest)
        if referral is None:
            return None
        referral.opened = link.open(token, within=referral.erased_with())
        return Visit(
            link=link,
            referral=referral,
            due=cases.due_by_subject(guest, [str(referral.pk)]).get(str(referral.pk)),
            moves=access.moves(member=guest, referral=referral),
        )


def links_of(referral: Referral, member: Any) -> QuerySet[GuestLink]:
    """The guest links that were ever issued for a request, the newest first."""
    found = GuestLink.objects.visible_to(member).filter(referral=referral)
    return found.select_related("issued_by", "ended_by").order_by("-issued_at")


def living_link(referral: Referral, member: Any) -> GuestLink | None:
    """The one link of a request that may be opened now."""
    living = links_of(referral, member).filter(ended_at=None, until__gt=clock.now())
    return living.first() if referral.state in rules.IN_HAND else None


def guest_moves(referral: Referral) -> set[str]:
    """What a guest may answer as the request stands."""
    after = {after for before, after in rules.MOVES if before == referral.state}
    return after & rules.GUEST_MOVES


def often_guests(member: Any) -> list[Any]:
    """Partners who have answered through links so often that they should be invited in."""
    often = int(law.fact("referral.guest_invite", on=clock.today()).value or 0)
    used = GuestLink.objects.visible_to(member).exclude(opened_at=None)
    counted = used.values("to_agency_id", "to_agency__name").annotate(links=Count("pk"))
    many = counted.filter(links__gte=often).order_by("-links", "to_agency__name")
    inside = agencies.with_members([row["to_agency_id"] for row in many])
    return [row for row in many if row["to_agency_id"] not in inside]
