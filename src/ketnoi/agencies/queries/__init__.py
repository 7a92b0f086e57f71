"""What pages and other domains may ask about agencies and members."""

from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import Q, QuerySet

from ketnoi.agencies.models import Agency, AgencyKey, Invitation, Member, Witness
from ketnoi.agencies.queries.agreements import agreed as agreed
from ketnoi.agencies.queries.agreements import agreed_with as agreed_with
from ketnoi.agencies.queries.agreements import agreement as agreement
from ketnoi.agencies.queries.agreements import agreements as agreements
from ketnoi.agencies.queries.agreements import bound as bound
from ketnoi.agencies.queries.agreements import party as party
from ketnoi.agencies.queries.agreements import waits_for_signature as waits_for_signature
from ketnoi.agencies.queries.bells import bell as bell
from ketnoi.agencies.queries.bells import bell_of_job as bell_of_job
from ketnoi.agencies.queries.bells import bells_of as bells_of
from ketnoi.agencies.queries.bells import bells_to_ring as bells_to_ring
from ketnoi.agencies.queries.bells import has_bell as has_bell
from ketnoi.agencies.queries.bells import is_told_by_mail as is_told_by_mail
from ketnoi.agencies.queries.bells import kinds_of_bells as kinds_of_bells
from ketnoi.agencies.queries.bells import numbers_given as numbers_given
from ketnoi.agencies.queries.bells import unconfirmed as unconfirmed
from ketnoi.agencies.queries.bells import unconfirmed_of as unconfirmed_of
from ketnoi.agencies.queries.leaves import leave as leave
from ketnoi.agencies.queries.leaves import leaves_between as leaves_between
from ketnoi.agencies.queries.leaves import leaves_of as leaves_of
from ketnoi.agencies.queries.leaves import stands_in_between as stands_in_between
from ketnoi.agencies.queries.leaves import stood_in_for as stood_in_for
from ketnoi.agencies.queries.leaves import substitute_of as substitute_of
from ketnoi.agencies.terms import OPENS_FILES, Level, Role, Told
from ketnoi.foundation import clock, links
from ketnoi.foundation.crypto import exact_tags

DEMO = "demo-"
LATELY = 10


def memberships(user: Any) -> QuerySet[Member]:
    """All the agencies this person acts for, the one she joined first at the head."""
    active = Member.objects.filter(user=user, left_at=None)
    return active.select_related("agency").order_by("since", "pk")


def agencies() -> QuerySet[Agency]:
    """Every agency that exists today."""
    return Agency.objects.filter(until=None).order_by("level", "name")


def agency_ids() -> list[UUID]:
    """Every agency there ever was: those that are no more still keep what they wrote."""
    return list(Agency.objects.order_by("pk").values_list("pk", flat=True))


def agencies_other_than(agency: Agency) -> QuerySet[Agency]:
    """The agencies of the network but one's own."""
    return agencies().exclude(pk=agency.pk)


def partners_of(agency: Agency, *, commune: Any = None) -> QuerySet[Agency]:
    """Whom an agency may tell: the centre, its province, its own commune and hers."""
    communes = [c for c in (agency.commune_id, commune and commune.pk) if c]
    near = Q(level=Level.CENTRE) | Q(level=Level.PROVINCE, province=agency.province_id)
    return agencies_other_than(agency).filter(near | Q(commune__in=communes))


def agency(key: str) -> Agency:
    """One agency by its key."""
    return Agency.objects.get(key=key)


def agency_names(ids: list[UUID]) -> dict[UUID, str]:
    """Names of agencies, for lists."""
    return dict(Agency.objects.filter(pk__in=ids).values_list("pk", "name"))


def newest_keys(ids: list[UUID]) -> list[AgencyKey]:
    """What is closed for these agencies is closed with these."""
    return list(
        AgencyKey.objects.filter(agency_id__in=ids)
        .order_by("agency_id", "-number")
        .distinct("agency_id")
    )


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
    """The people who act for an agency now."""
    return Member.objects.filter(agency=agency, left_at=None, token=None).order_by("name")


def programs_of(agency: Agency) -> QuerySet[Member]:
    """The programs that answer for an agency now, each with who let it in and until when."""
    found = Member.objects.filter(agency=agency, left_at=None).exclude(token=None)
    return found.select_related("token__made_by").order_by("name")


def program(member: Member, pk: UUID) -> Member | None:
    """A program that answers for the agency of this member."""
    return programs_of(member.agency).filter(pk=pk).first()


def is_program(member_id: UUID | None) -> bool:
    """Whether no person acts here, but software of an agency."""
    known = Member.objects.filter(pk=member_id) if member_id else Member.objects.none()
    return known.exclude(token=None).exists()


def everybody() -> QuerySet[Member]:
    """The people who act for any agency now."""
    return Member.objects.filter(left_at=None, token=None).order_by("name", "pk")


def colleague(member: Member, pk: UUID) -> Member | None:
    """Somebody who acts for the same agency as this member."""
    return members_of(member.agency).select_related("user", "agency").filter(pk=pk).first()


def gone_from(agency: Agency) -> QuerySet[Member]:
    """Who left an agency lately; their files wait for a new officer."""
    return Member.objects.filter(agency=agency).exclude(left_at=None).order_by("-left_at")[:LATELY]


def acts_elsewhere(member: Member) -> bool:
    """Whether the same account opens the pages of another agency too."""
    others = Member.objects.filter(user_id=member.user_id, left_at=None)
    return others.exclude(agency_id=member.agency_id).exists()


def has_second_factor(member: Member) -> bool:
    """Whether she needs more than a password to sign in."""
    return Authenticator.objects.filter(user_id=member.user_id).exists()


def told_by_mail(agency_id: UUID | str) -> list[UUID]:
    """Members of an agency who work on files and are told of each new thing, and where."""
    working = Member.objects.filter(agency_id=agency_id, left_at=None, role__in=OPENS_FILES)
    working = working.filter(told=Told.AT_ONCE)
    return list(working.exclude(user__email="").values_list("pk", flat=True))


def told_in_the_morning() -> list[Member]:
    """Members who are told once a day whether something waits, and said where."""
    found = Member.objects.filter(told=Told.MORNING, left_at=None).exclude(user__email="")
    return list(found.select_related("user", "agency").order_by("pk"))


def coordinators() -> list[UUID]:
    """Members who watch over the whole network."""
    active = Member.objects.filter(role=Role.COORDINATOR, left_at=None)
    return list(active.values_list("pk", flat=True))


def watching() -> list[Member]:
    """Those who watch over the whole network, to act with the eyes of each."""
    return list(Member.objects.filter(role=Role.COORDINATOR, left_at=None).order_by("pk"))


def mail_address(member_id: UUID | str) -> str:
    """Where a member is told that something waits; nowhere once she left."""
    active = Member.objects.filter(pk=member_id, left_at=None)
    return active.values_list("user__email", flat=True).first() or ""


def officers_of(agency: Agency) -> QuerySet[Member]:
    """Members of an agency who may be responsible for a file."""
    return members_of(agency).exclude(role__in=[Role.ADMIN, Role.COORDINATOR, Role.VOLUNTEER])


def with_members(ids: list[UUID]) -> set[UUID]:
    """Which of these agencies have a person who acts for them now."""
    active = Member.objects.filter(agency_id__in=ids, left_at=None, token=None)
    return set(active.values_list("agency_id", flat=True))


def has_lead(agency_id: UUID) -> bool:
    """Whether somebody leads this agency now."""
    active = Member.objects.filter(agency_id=agency_id, left_at=None)
    return active.filter(role=Role.LEAD).exists()


def member_names(actors: set[str]) -> dict[str, str]:
    """For actors as the trail names them, the words a page shows: name and agency."""
    ids = [a.removeprefix("member:") for a in actors if a.startswith("member:")]
    found = Member.objects.filter(pk__in=ids).select_related("agency")
    return {m.actor: f"{m.name} ({m.agency.name})" for m in found}


def role_names(actors: set[str]) -> dict[str, str]:
    """For actors as the trail names them, their role and agency: no name leaves the agency."""
    ids = [a.removeprefix("member:") for a in actors if a.startswith("member:")]
    found = Member.objects.filter(pk__in=ids).select_related("agency")
    return {m.actor: f"{m.get_role_display()}, {m.agency.name}" for m in found}


def witnesses() -> QuerySet[Witness]:
    """The agencies that keep the seals of the trail now."""
    return Witness.objects.filter(ended_at=None).select_related("agency").order_by("since")


def witness(member: Member, pk: UUID) -> Witness | None:
    """One of the agencies that keep the seals, for whoever may choose them."""
    return witnesses().filter(pk=pk).first()


def open_invitations(agency: Agency) -> QuerySet[Invitation]:
    """Links of an agency that still work."""
    return _open().filter(agency=agency).order_by("until")


def invitation_of(member: Member, pk: UUID) -> Invitation | None:
    """An open link of the agency this member acts for."""
    return open_invitations(member.agency).filter(pk=pk).first()


def open_invitation(token: str) -> Invitation | None:
    """The invitation behind a link, if it still works."""
    behind = _open().filter(token_tag__in=exact_tags("invitation", token))
    return behind.select_related("agency").first()


def program_by_token(token: str) -> Member | None:
    """The program that says who it is by this token, while it lasts."""
    found = Member.objects.filter(token=links.id_of(token), token__until__gt=clock.now())
    return found.filter(left_at=None).select_related("agency", "user").first()


def _open() -> QuerySet[Invitation]:
    return Invitation.objects.filter(accepted_at=None, until__gt=clock.now())
