"""What the desk reads: its queue with clocks, one tip, what links tips, what was handed over."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from ketnoi.agencies import queries as agencies
from ketnoi.vigilance import rules
from ketnoi.vigilance.models import Desk, HandOver, Message, Sighting, Tip, Triage
from ketnoi.vigilance.terms import Credibility, Standing, Sureness

AT_MOST = 200
FORGOTTEN = Q(key__wrapped=b"")
"""What was told went with its key."""
TO_READ, TO_ANSWER, WAITS_FOR_NOBODY = range(3)


@dataclass(frozen=True)
class Waiting:
    """A tip in the queue: where it stands, and what is to be done by when."""

    tip: Tip
    standing: str
    credibility: str
    is_answered: bool
    is_new_word: bool

    @property
    def what_next(self) -> int:
        """It is to be read, to be answered, or it waits for nobody."""
        if not self.standing:
            return TO_READ
        is_done = self.standing != Standing.OPEN and not self.is_new_word
        return WAITS_FOR_NOBODY if is_done or self.is_answered else TO_ANSWER

    @property
    def due_at(self) -> datetime:
        """By when."""
        return self.tip.answer_by if self.standing else self.tip.read_by

    @property
    def stands(self) -> str:
        """Where it stands, in words."""
        return str(Standing(self.standing).label) if self.standing else ""

    @property
    def believed(self) -> str:
        """How far it is believed, in words."""
        return str(Credibility(self.credibility).label) if self.credibility else ""


@dataclass(frozen=True)
class Link:
    """Another tip that names the same, and how sure that is."""

    tip: Tip
    sign: str
    sure: Sureness


def desk() -> Desk | None:
    """The desk to which the public tells: the one that is open longest."""
    found = Desk.objects.filter(ended_at=None).select_related("agency")
    return found.order_by("since", "pk").first()


def own_desk(member: Any) -> Desk | None:
    """The open desk of a member's agency."""
    return Desk.objects.filter(agency_id=member.agency_id, ended_at=None).first()


def tips_of(member: Any) -> list[Waiting]:
    """The queue: what nobody has read comes first, then what waits for an answer, by its clock."""
    judged = Triage.objects.filter(tip=OuterRef("pk")).order_by("-at", "-pk")
    words = Message.objects.filter(tip=OuterRef("pk")).order_by("-at", "-pk")
    found = (
        Tip.objects.visible_to(member)
        .exclude(FORGOTTEN)
        .annotate(
            standing=Subquery(judged.values("standing")[:1]),
            believed=Subquery(judged.values("credibility")[:1]),
            has_words=Exists(words),
            last_author=Subquery(words.values("author")[:1]),
        )
    )
    rows = [_waiting(tip) for tip in found.order_by("-came_at", "pk")[:AT_MOST]]
    return sorted(rows, key=lambda row: (row.what_next, row.due_at))


def tip(member: Any, pk: UUID) -> Tip | None:
    """One tip of the desk, with its box and what was made of it."""
    near = ("key", "typed_by", "agency")
    found: Any = Tip.objects.visible_to(member, one=True).select_related(*near)
    found = found.exclude(FORGOTTEN).filter(pk=pk).first()
    if found is not None:
        found.said = list(found.messages.select_related("author").order_by("at", "pk"))
        found.judged = list(found.triages.select_related("author").order_by("-at", "-pk"))
        found.named = list(found.sightings.order_by("at", "pk"))
        found.given = list(found.handed.select_related("to").order_by("handed_at", "pk"))
        for each in (*found.said, *found.judged, *found.named):
            each.tip = found
    return found


def links_of(tip: Tip, member: Any) -> list[Link]:
    """Other tips of the desk that name the same, the surest first."""
    hers = {(each.sign, each.value_tag) for each in tip.sightings.all()}
    tags = [tag for _sign, tag in hers]
    others = Sighting.objects.visible_to(member).filter(value_tag__in=tags).exclude(tip=tip)
    found = [each for each in others.select_related("tip") if (each.sign, each.value_tag) in hers]
    links = [Link(each.tip, each.get_sign_display(), rules.how_sure(each.sign)) for each in found]
    surest = list(Sureness)
    return sorted(links, key=lambda link: (surest.index(link.sure), link.tip.came_at))


def picture(member: Any, tip: UUID, pk: UUID) -> Message | None:
    """A picture in the box of a tip, looked up through it."""
    if (whole := Tip.objects.visible_to(member, one=True).filter(pk=tip).first()) is None:
        return None
    found = Message.objects.visible_to(member).filter(tip=whole, pk=pk).exclude(media="")
    return found.select_related("tip__key").first()


def partners(member: Any) -> QuerySet[Any]:
    """To which agencies a tip can be handed."""
    found = agencies.agencies_other_than(member.agency)
    return found.filter(function__in=rules.POLICE)


def handed_to(member: Any) -> list[HandOver]:
    """What was handed to a member's agency, what is not answered first."""
    found = HandOver.objects.visible_to(member).filter(to_id=member.agency_id)
    near = found.select_related("agency")
    return sorted(near, key=lambda each: (each.answered_at is not None, each.due_at))


def handed(member: Any, pk: UUID) -> HandOver | None:
    """One thing that was handed over, for both sides."""
    near = ("key", "agency", "to", "received_by", "answered_by")
    found = HandOver.objects.visible_to(member, one=True).filter(pk=pk)
    return found.select_related(*near).first()


def _waiting(tip: Any) -> Waiting:
    is_answered = tip.has_words and tip.last_author is not None
    is_new_word = tip.has_words and tip.last_author is None
    return Waiting(tip, tip.standing or "", tip.believed or "", is_answered, is_new_word)
