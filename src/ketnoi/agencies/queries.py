"""What pages and other domains may ask about agencies and members."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from ketnoi.agencies.models import Agency, Invitation, Member
from ketnoi.agencies.terms import Role
from ketnoi.foundation import clock
from ketnoi.foundation.crypto import tag

DEMO = "demo-"


def acting_member(user: Any, chosen: str | None) -> Member | None:
    """The membership this person acts in: the one she chose, else her first."""
    active = Member.objects.filter(user=user, left_at=None).select_related("agency")
    if chosen:
        return active.filter(pk=chosen).first()
    return active.order_by("since").first()


def memberships(user: Any) -> QuerySet[Member]:
    """All the agencies this person acts for."""
    return Member.objects.filter(user=user, left_at=None).select_related("agency")


def agencies() -> QuerySet[Agency]:
    """Every agency that exists today."""
    return Agency.objects.filter(until=None).order_by("level", "name")


def agencies_other_than(agency: Agency) -> QuerySet[Agency]:
    """The agencies of the network but one's own."""
    return agencies().exclude(pk=agency.pk)


def agency(key: str) -> Agency:
    """One agency by its key."""
    return Agency.objects.get(key=key)


def agency_names(ids: list[UUID]) -> dict[UUID, str]:
    """Names of agencies, for lists."""
    return dict(Agency.objects.filter(pk__in=ids).values_list("pk", "name"))


def demo_members() -> QuerySet[Member]:
    """The people of a demo, in the order in which they tell the story."""
    return (
        Member.objects.filter(user__username__startswith=DEMO, left_at=None)
        .select_related("agency", "user")
        .order_by("since", "name")
    )


def network() -> QuerySet[Agency]:
    """The agencies as they are and as they were, with their names through time."""
    return Agency.objects.prefetch_related("names", "successors").order_by("level", "name")


def members_of(agency: Agency) -> QuerySet[Member]:
    """Who acts for an agency now."""
    return Member.objects.filter(agency=agency, left_at=None).order_by("name")


def officers_of(agency: Agency) -> QuerySet[Member]:
    """Members of an agency who may be responsible for a file."""
    return members_of(agency).exclude(role__in=[Role.ADMIN, Role.COORDINATOR, Role.VOLUNTEER])


def member_names(actors: set[str]) -> dict[str, str]:
    """For actors as the trail names them, the words a page shows: name and agency."""
    ids = [a.removeprefix("member:") for a in actors if a.startswith("member:")]
    found = Member.objects.filter(pk__in=ids).select_related("agency")
    return {m.actor: f"{m.name} ({m.agency.name})" for m in found}


def open_invitation(token: str) -> Invitation | None:
    """The invitation behind a link, if it still works."""
    return (
        Invitation.objects.filter(token_tag=tag("invitation", token))
        .filter(Q(accepted_at=None) & Q(until__gt=clock.now()))
        .select_related("agency")
        .first()
    )
