"""Who looks for a living, as a round reads her: for the system alone, agency by agency."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ketnoi.cases import queries as cases
from ketnoi.cases.terms import GOES_ON, Risk
from ketnoi.foundation.actor import NETWORK, System
from ketnoi.foundation.guard.context import acting
from ketnoi.livelihood import rules
from ketnoi.livelihood.models import Opportunity, Placement, WorkProfile
from ketnoi.livelihood.queries.mapping import Known, OnTheMap, her_of, offer_of
from ketnoi.livelihood.queries.suiting import known_of
from ketnoi.livelihood.terms import OPEN
from ketnoi.matching import queries as matching

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.places.models import Commune

URGENCY: dict[str, int] = {Risk.MEDIUM: 1, Risk.HIGH: 2, Risk.NOW: 3}
"""How soon she needs a living of her own: as much as she is in danger."""


@dataclass(frozen=True)
class Looking:
    """A file whose person looks for a living, and her as a round reads her."""

    case: "Case"
    known: Known
    seeker: matching.Seeker

    @property
    def home(self) -> "Commune | None":
        """From where distances are measured."""
        return self.known.home

    def to_ask_at(self, one: Opportunity | None) -> list[str]:
        """What must still be asked before an opportunity is sure."""
        return list(self.known.of(one).to_ask) if one else []


def looking(system: System) -> Iterator[Looking]:
    """Everybody in the files of one agency who looks for a living and has nothing under way."""
    for case in _files(system):
        known = known_of(case, system)
        if known is not None:
            yield Looking(case, known, _seeker(case, known))


def given_out(found: Iterable[Opportunity], promised: Counter[str]) -> list[matching.Offer]:
    """Opportunities as a round gives their places out: those asked about elsewhere are kept."""
    asked = Counter(map(str, _asked_about()))
    return [
        offer_of(one, places=max(one.left - asked[str(one.pk)] - promised[str(one.pk)], 0))
        for one in found
    ]


def on_the_map(communes: Iterable["Commune | None"]) -> OnTheMap:
    """How far these communes lie apart."""
    return OnTheMap(communes={commune.pk: commune for commune in communes if commune})


def _files(system: System) -> list["Case"]:
    """Open files with a profile, as they are opened today, without those that wait for an answer.

    Who asked that her data be kept only, and not used, is in no round.
    """
    profiled = WorkProfile.objects.visible_to(system).filter(holder_id=system.files)
    files = [
        cases.open_today(system, cases.case_of(system, pk))
        for pk in profiled.order_by("case_id").values_list("case_id", flat=True)
    ]
    busy = set(_under_way(system))
    today = {case.pk: case for case in files if case and case.holder_id == system.files}
    return [
        case
        for case in today.values()
        if case.status in GOES_ON
        and case.restricted_at is None
        and busy.isdisjoint(cases.within(case))
    ]


def _under_way(system: System) -> Iterable[object]:
    mine = Placement.objects.visible_to(system).filter(holder_id=system.files, state__in=OPEN)
    return mine.values_list("case_id", flat=True)


def _asked_about() -> list[object]:
    with acting(NETWORK):
        found = Placement.objects.visible_to(NETWORK).filter(state__in=rules.BEFORE_THE_START)
        return list(found.values_list("opportunity_id", flat=True))


def _seeker(case: "Case", known: Known) -> matching.Seeker:
    profile, home = known.profile, known.home
    groups = [f"commune:{home.pk}"] if home else []
    groups += [f"people:{profile.group}"] if profile.group else []
    groups += ["access"] if profile.needs_access else []
    return her_of(
        profile,
        home,
        avoids=known.avoids,
        said_no=known.said_no,
        name=case.code,
        urgency=URGENCY.get(case.risk, 0),
        groups=groups,
    )
