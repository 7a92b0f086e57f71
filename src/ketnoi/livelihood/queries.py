"""What pages and other domains may ask about opportunities and placements."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import F, Q, QuerySet

from ketnoi.cases import queries as cases
from ketnoi.foundation import clock
from ketnoi.livelihood import access
from ketnoi.livelihood.models import Opportunity, Placement, PlacementStep
from ketnoi.livelihood.terms import State

if TYPE_CHECKING:
    from ketnoi.cases.models import Task

WAY = State.values
NEAR = ("agency", "commune__province")


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
    """What this member may propose today: on offer, with a place left."""
    found = opportunities().filter(taken__lt=F("places"))
    return found if access.may_propose(member=member) else found.none()


def own_opportunity(member: Any, pk: UUID) -> Opportunity | None:
    """An opportunity of this member's agency that she may withdraw."""
    found = Opportunity.objects.filter(pk=pk).select_related(*NEAR).first()
    is_hers = found is not None and access.may_withdraw(member=member, opportunity=found)
    return found if is_hers else None


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
