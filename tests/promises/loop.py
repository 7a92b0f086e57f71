"""What must be true of every request between agencies, whatever happened to it."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import Any

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import queries as files
from ketnoi.cases.models import Task
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.referrals import queries
from ketnoi.referrals.models import MoreAsked, Referral, ReferralEvent
from ketnoi.referrals.tests import make

OWNER = {
    "draft": "sender",
    "sent": "receiver",
    "accepted": "receiver",
    "in_service": "receiver",
    "on_hold": "receiver",
}
"""Whose desk a request lies on, written down again: not read from the code that is tested."""

FOLLOWS = {
    "draft": {"sent", "recalled"},
    "sent": {"accepted", "declined", "recalled", "expired", "consent_withdrawn"},
    "accepted": {"in_service", "on_hold", "closed", "recalled", "consent_withdrawn"},
    "in_service": {"on_hold", "closed", "recalled", "consent_withdrawn"},
    "on_hold": {"in_service", "closed", "recalled", "consent_withdrawn"},
    "closed": {"in_service", "consent_withdrawn"},
}
READABLE = {"sent", "accepted", "in_service", "on_hold", "closed"}
FOR_EVER = timedelta(days=400)


class Network:
    """A file at a commune, two shelters with two officers each, her yes to both."""

    def __init__(self) -> None:
        self.lan = agencies.member(name="Lan")
        self.mai = agencies.member(self.lan.agency, name="Mai")
        self.senders = [self.lan, self.mai]
        self.file = cases.case(self.lan, phone=cases.PHONE)
        self.shelters = [self._shelter(), self._shelter()]
        self.beds = [make.service(pair[0].agency, "safe_place") for pair in self.shelters]
        self.consents: list[Any] = [None, None]
        for n in range(2):
            self.agree(n)
        self.confirmed: set[Any] = set()
        self.looked_at: set[str] = set()

    def agree(self, n: int) -> None:
        """She says yes to this shelter."""
        to = self.beds[n].agency
        self.consents[n] = cases.consent(self.file, to, by=self.lan)

    def receivers(self, referral: Any) -> list[Any]:
        """The officers of the shelter that is asked."""
        return next(p for p in self.shelters if p[0].agency_id == referral.to_agency_id)

    def place_of(self, referral: Any) -> int:
        """Which of the two shelters is asked."""
        return [bed.agency_id for bed in self.beds].index(referral.to_agency_id)

    def now_of(self, referral: Any) -> Any:
        """The request as it stands in the database."""
        return self.look().referrals[referral.pk]

    def look(self) -> "Look":
        """Everything that happened so far, as the asking agency reads it."""
        with acting(self.lan):
            found = Referral.objects.select_related("key", "consent").order_by("made_at")
            tasks = Task.objects.filter(case_id=self.file.pk, done_at=None)
            events = ReferralEvent.objects.order_by("at")
            more = MoreAsked.objects.filter(ended_at=None)
            yes = [c for c in files.consents_of(self.file) if c.holds(clock.now())]
            about = [list(found) for found in (tasks, events, more)]
            return Look({r.pk: r for r in found}, *about, yes, clock.now())

    def snapshot(self) -> Any:
        """Everything that a refused step must leave alone."""
        with acting(self.lan):
            states = Referral.objects.order_by("pk").values_list("pk", "state", "taken_by_id")
            tasks = Task.objects.order_by("pk").values_list("pk", "done_at", "member_id")
            more = MoreAsked.objects.order_by("pk").values_list("pk", "ended_at", "answer")
            said = (ReferralEvent.objects.count(), len(files.consents_of(self.file)))
            return list(states), list(tasks), list(more), said

    def _shelter(self) -> list[Any]:
        agency = agencies.agency("shelter", "province")
        return [agencies.member(agency, name=name) for name in ("Yến", "Hạnh")]


@dataclass(frozen=True)
class Look:
    """The requests, what waits, and what happened, at one moment."""

    referrals: dict[Any, Any]
    tasks: list[Any]
    events: list[Any]
    more: list[Any]
    yes: list[Any]
    now: Any

    def waiting(self, referral: Any) -> list[Any]:
        """What waits under this request."""
        mine = [task for task in self.tasks if task.subject == str(referral.pk)]
        return [task for task in mine if task.kind != "answer_more"]

    def states(self, referral: Any) -> list[str]:
        """The states it came to, one after the other."""
        mine = [event for event in self.events if event.referral_id == referral.pk]
        # What is redirected is drafted and sent at one moment.
        return [e.state for e in sorted(mine, key=lambda e: (e.at, e.state != "draft"))]


def holds(network: Network) -> None:
    """Everything that is true at every moment."""
    look = network.look()
    # In an open file something always waits.
    assert look.tasks
    for referral in look.referrals.values():
        has_an_owner_and_a_deadline(network, look, referral)
        was_accepted_once(look, referral)
        ends_with_her_yes(referral)
        is_read_only_while_it_may_be(network, look, referral)
        asks_her_only_while_it_goes_on(look, referral)
    opens_the_file_only_while_it_may(network, look)
    goes_on_in_one_place_at_a_time(look)


def has_an_owner_and_a_deadline(network: Network, look: Look, referral: Any) -> None:
    """An open request lies on one desk, the right one, with a day by which it is due."""
    waiting, owner = look.waiting(referral), OWNER.get(referral.state)
    if owner:
        agency = referral.from_agency_id if owner == "sender" else referral.to_agency_id
        assert [task.agency_id for task in waiting] == [agency], referral.state
    if referral.state == "closed" and referral.pk not in network.confirmed:
        assert [task.agency_id for task in waiting] == [referral.from_agency_id]
    if referral.state in {"declined", "expired"} and not _went_on(network, look, referral):
        assert [task.kind for task in waiting] == ["refer_elsewhere"]
    assert all(task.made_at < task.due_at < look.now + FOR_EVER for task in waiting)


def was_accepted_once(look: Look, referral: Any) -> None:
    """Of two who say yes, one has said it; its history goes only where it may go."""
    states = look.states(referral)
    assert states.count("accepted") <= 1
    assert (states[0], states[-1]) == ("draft", referral.state)
    assert all(after in FOLLOWS[before] for before, after in pairwise(states)), states


def ends_with_her_yes(referral: Any) -> None:
    """No request stands on a yes that she took back."""
    gone = referral.consent and referral.consent.withdrawn_at
    assert not (gone and referral.state in READABLE)


def is_read_only_while_it_may_be(network: Network, look: Look, referral: Any) -> None:
    """What was told is read by the receiver while the request stands and her yes holds."""
    reader = network.receivers(referral)[0]
    with acting(reader):
        found = queries.referral(reader, referral.pk)
        told = queries.told(found) if found else {}
    stands = bool(referral.consent) and referral.consent.holds(look.now)
    assert bool(told) is (referral.state in READABLE and stands), referral.state
    agreed = {p for c in look.yes if c.recipient_id == referral.to_agency_id for p in c.packs}
    assert set(told) <= agreed


def asks_her_only_while_it_goes_on(look: Look, referral: Any) -> None:
    """That more is asked for waits with whoever sent it, and goes when the request goes."""
    asked = [more for more in look.more if more.referral_id == referral.pk]
    waiting = [
        task
        for task in look.tasks
        if (task.kind, task.subject) == ("answer_more", str(referral.pk))
    ]
    assert [task.agency_id for task in waiting] == [referral.from_agency_id] * len(asked)
    assert len(asked) <= (OWNER.get(referral.state) == "receiver")


def opens_the_file_only_while_it_may(network: Network, look: Look) -> None:
    """A shelter opens the file while a request that it accepted stands and her yes holds."""
    for yen, _hanh in network.shelters:
        mine = [r for r in look.referrals.values() if r.to_agency_id == yen.agency_id]
        stands = [
            r
            for r in mine
            if r.state in READABLE - {"sent"}
            and r.pk not in network.confirmed
            and r.consent.holds(look.now)
        ]
        with acting(yen):
            opened = files.case_by_code(yen, network.file.code) is not None
        assert opened is bool(stands)


def goes_on_in_one_place_at_a_time(look: Look) -> None:
    """A request that came to nothing is followed by one open request at most."""
    referrals = look.referrals.values()
    followed = [r.instead_of_id for r in referrals if r.instead_of_id and r.state in OWNER]
    assert len(followed) == len(set(followed))


def _went_on(network: Network, look: Look, referral: Any) -> bool:
    followed = {r.instead_of_id for r in look.referrals.values()}
    return str(referral.pk) in network.looked_at or referral.pk in followed
