"""What she asked for, what became of it, and what papers the children lack."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ketnoi.cases import queries as cases
from ketnoi.foundation import clock
from ketnoi.osso import rules
from ketnoi.osso.models import ChildPapers, WalkIn, Wish
from ketnoi.osso.queries.inside import file, rows_of
from ketnoi.osso.terms import PURPOSE_OF, Category, NextStep, WishState
from ketnoi.people import queries as people
from ketnoi.people.terms import PaperKind

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.people.models import Tie


@dataclass(frozen=True)
class Child:
    """A child of hers: who, what is known of its papers, and what is done next."""

    tie: "Tie"
    papers: ChildPapers | None
    steps: list[str]

    @property
    def title(self) -> str:
        """What it is to her and how it is called, for whoever works in the file."""
        called = self.tie.relative.called.open()
        kind = str(self.tie.get_kind_display())
        return f"{kind}: {called}" if called and called != kind else kind

    @property
    def words(self) -> list[str]:
        """The next steps as people read them."""
        return [str(NextStep(step).label) for step in self.steps]


def walk_ins_of(case: "Case", member: Any, **where: bool) -> list[WalkIn]:
    """How often she came to this office, the last time first."""
    came = list(rows_of(WalkIn, case, member, **where).order_by("-came_at"))
    for one in came:
        one.case = cases.within(case)[one.case_id]
    return came


def wishes_of(case: "Case", member: Any, **where: bool) -> list[Wish]:
    """What she asked this office for, what waits first."""
    found = rows_of(Wish, case, member, **where)
    return sorted(found, key=lambda w: (w.state != WishState.WAITS, -w.asked_at.timestamp()))


def wish_in(member: Any, code: str, pk: UUID) -> Wish | None:
    """One wish, looked up through its file."""
    case = file(member, code)
    wish = next((w for w in wishes_of(case, member) if w.pk == pk), None) if case else None
    if wish is not None and case is not None:
        wish.case = cases.within(case)[wish.case_id]
    return wish


def needs_waiting(wishes: list[Wish]) -> list[str]:
    """For what others could be asked: the purposes of wishes that wait, each once."""
    waiting = [w for w in wishes if w.state == WishState.WAITS]
    return list(dict.fromkeys(PURPOSE_OF[Category(w.category)].value for w in waiting))


def children_of(case: "Case", member: Any) -> list[Child]:
    """Her children and others under 18 who depend on her, with what is done next for each."""
    today = clock.today()
    return [
        _child(tie, member)
        for her in cases.persons_within(case)
        for tie in people.family_of(member, her)
        if tie.ended_at is None and people.may_be_child(tie, on=today)
    ]


def child_in(case: "Case", member: Any, pk: UUID) -> Child | None:
    """One child, looked up through the file."""
    return next((child for child in children_of(case, member) if child.tie.pk == pk), None)


def clients_of(case: "Case", member: Any) -> "list[Tie]":
    """Who of her family may be the client of a session."""
    found = [people.family_of(member, her) for her in cases.persons_within(case)]
    return [tie for ties in found for tie in ties if tie.ended_at is None]


def _child(tie: "Tie", member: Any) -> Child:
    found = ChildPapers.objects.visible_to(member).filter(tie_id=tie.pk)
    papers = found.order_by("-noted_at", "-pk").first()
    steps = steps_for(papers, tie) if papers else [NextStep.ASK.value]
    return Child(tie, papers, steps)


def steps_for(papers: ChildPapers, tie: "Tie") -> list[str]:
    """What is done next about the papers of a child, from what was noted last."""
    kinds = {paper.kind for paper in people.papers_of(tie.relative)}
    return rules.next_steps(
        registered=papers.registered,
        nationality=papers.nationality,
        has_birth_paper=PaperKind.BIRTH in kinds,
    )
