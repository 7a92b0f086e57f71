"""What pages and other domains may ask about opportunities and placements."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import F, Q, QuerySet

from ketnoi.cases import queries as cases
from ketnoi.foundation import clock
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import acting
from ketnoi.livelihood import access, rules
from ketnoi.livelihood.models import Opportunity, Placement, PlacementStep
from ketnoi.livelihood.queries.lists import (
    Places,
    lines_of,
    offer_list,
    template_of_list,
    without_what_is_on_offer,
)
from ketnoi.livelihood.queries.partners import (
    candidate,
    candidate_of,
    candidates_of,
    phrases,
    placement_behind,
)
from ketnoi.livelihood.queries.profiles import (
    avoided_places,
    band_of,
    codes_of,
    profile_of,
    profiles_of_files,
    writes_in,
)
from ketnoi.livelihood.queries.public import public_offers
from ketnoi.livelihood.queries.seeking import Looking, given_out, looking, on_the_map
from ketnoi.livelihood.queries.suiting import (
    Suiting,
    Suits,
    known_of,
    suits,
    suits_outside,
    why_not,
)
from ketnoi.livelihood.terms import State

if TYPE_CHECKING:
    from ketnoi.cases.models import Task

__all__ = [
    "Places",
    "lines_of",
    "offer_list",
    "template_of_list",
    "without_what_is_on_offer",
    "Looking",
    "Suiting",
    "Suits",
    "avoided_places",
    "awaited_in",
    "candidate",
    "candidate_of",
    "band_of",
    "candidates_of",
    "codes_of",
    "could_be_told",
    "given_out",
    "known_of",
    "looking",
    "on_the_map",
    "on_offer",
    "open_opportunities",
    "opportunities",
    "opportunity_to_verify",
    "own_opportunity",
    "phrases",
    "placement",
    "placement_behind",
    "placements_of",
    "placements_visible_to",
    "profile_of",
    "public_offers",
    "profiles_of_files",
    "standing_on",
    "steps_of",
    "suits",
    "suits_outside",
    "why_not",
    "writes_in",
]

WAY = State.values
NEAR = ("agency", "commune__province", "verified_by__agency")


def opportunities(*, kind: str = "", commune: str | None = None) -> QuerySet[Opportunity]:
    """What is on offer today in the whole network, newest first, also what is full."""
    on_offer = Q(until=None) | Q(until__gte=clock.today())
    found = Opportunity.objects.filter(on_offer, withdrawn_at=None).select_related(*NEAR)
    if kind:
        found = found.filter(kind=kind)
    if commune:
        found = found.filter(commune_id=commune)
    return found.order_by("-made_at")


def open_opportunities(member: Any) -> QuerySet[Opportunity]:
    """What this member may propose today: looked at, on offer, with a place left."""
    found = opportunities().filter(taken__lt=F("places"), verified_on__isnull=False)
    return found if access.may_propose(member=member) else found.none()


def on_offer() -> list[Opportunity]:
    """What has a place left today, newest first; also what nobody looked at yet."""
    return list(opportunities().filter(taken__lt=F("places")))


def own_opportunity(member: Any, pk: UUID) -> Opportunity | None:
    """An opportunity of this member's agency that she may withdraw."""
    found = Opportunity.objects.filter(pk=pk).select_related(*NEAR).first()
    is_hers = found is not None and access.may_withdraw(member=member, opportunity=found)
    return found if is_hers else None


def opportunity_to_verify(member: Any, pk: UUID) -> Opportunity | None:
    """An opportunity on offer whose employer this member may say was looked at."""
    found = opportunities().filter(pk=pk).first()
    return found if access.may_verify(member=member) else None


def standing_on(opportunity: Opportunity) -> list[Placement]:
    """What was proposed of an offer and has not begun, in the whole network: for the system."""
    with acting(NETWORK):
        found = Placement.objects.visible_to(NETWORK).filter(
            opportunity=opportunity, state__in=rules.BEFORE_THE_START
        )
        return list(found.order_by("pk"))


def placements_visible_to(member: Any) -> QuerySet[Placement]:
    """Placements handled by this member's agency, or of files it holds."""
    near = ("opportunity__commune__province", "agency", "holder", "proposed_by", "she_said_by")
    return Placement.objects.visible_to(member).select_related(*near)


def placement(member: Any, pk: UUID) -> Placement | None:
    """One placement, if it is this member's business."""
    return placements_visible_to(member).filter(pk=pk).first()


def placements_of(files: Iterable[UUID], member: Any) -> list[Placement]:
    """The placements of these files that this member may know of, newest first."""
    return list(placements_visible_to(member).filter(case_id__in=list(files)).order_by("-asked_at"))


def could_be_told(placement: Placement, member: Any) -> list[tuple[str, str, bool]]:
    """What a partner could be told of her: the code, the words, and whether she agreed before."""
    case = cases.case_by_code(member, placement.code)
    profile = profile_of(case, member) if case else None
    return [
        (code, phrases([code])[0], code.partition(":")[0] in profile.tells)
        for code in codes_of(profile)
        if profile
    ]


def steps_of(placement: Placement) -> list[PlacementStep]:
    """How a placement came to where it stands, newest first."""
    found = PlacementStep.objects.filter(placement=placement).select_related("by__agency")
    return sorted(found, key=lambda s: (s.at, WAY.index(s.state)), reverse=True)


def awaited_in(placement: Placement, member: Any) -> "Task | None":
    """What waits in a placement now, at whose desk, by when."""
    # The file by its id: an agency that handles a placement cannot open the file itself.
    file: Any = placement.case_id
    mine = (
        t
        for t in cases.tasks_of(file, member)
        if t.subject == str(placement.pk) and t.done_at is None
    )
    return next(mine, None)
