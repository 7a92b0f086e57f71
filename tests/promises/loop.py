"""What must be true of every request between agencies, whatever happened to it."""

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
from ketnoi.referrals.models import Referral, ReferralEvent
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
        self.known: list[Any] = []
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
        with acting(self.lan):
            return Referral.objects.select_related("key", "consent").get(pk=referral.pk)

    def all_now(self) -> list[Any]:
        """Every request as it stands."""
        return [self.now_of(referral) for referral in self.known]

    def snapshot(self) -> Any:
        """Everything that a refused step must leave alone."""
        with acting(self.lan):
            states = Referral.objects.order_by("pk").values_list("pk", "state", "taken_by_id")
            tasks = Task.objects.order_by("pk").values_list("pk", "done_at", "member_id")
            return list(states), list(tasks), ReferralEvent.objects.count()

    def _shelter(self) -> list[Any]:
        agency = agencies.agency("shelter", "province")
        return [agencies.member(agency, name=name) for name in ("Yến", "Hạnh")]


def has_an_owner_and_a_deadline(network: Network) -> None:
    """Each open request lies on one desk, the right one, with a day by which it is due."""
    for referral in network.all_now():
        with acting(network.lan):
            waiting = list(Task.objects.filter(subject=str(referral.pk), done_at=None))
        owner = OWNER.get(referral.state)
        if owner:
            agency = referral.from_agency_id if owner == "sender" else referral.to_agency_id
            assert [task.agency_id for task in waiting] == [agency], referral.state
        if referral.state == "closed" and referral.pk not in network.confirmed:
            assert [task.agency_id for task in waiting] == [referral.from_agency_id]
        if referral.state in {"declined", "expired"} and not _went_on(network, referral):
            assert [task.kind for task in waiting] == ["refer_elsewhere"]
        now = clock.now()
        assert all(task.made_at < task.due_at < now + FOR_EVER for task in waiting)


def nobody_is_left_without_a_next_step(network: Network) -> None:
    """In an open file something always waits."""
    with acting(network.lan):
        assert Task.objects.filter(case_id=network.file.pk, done_at=None).exists()


def was_accepted_once(network: Network) -> None:
    """Of two who say yes, one has said it; its history goes only where it may go."""
    for referral in network.all_now():
        with acting(network.lan):
            events = ReferralEvent.objects.filter(referral=referral).order_by("at")
            states = [event.state for event in events]
        assert states.count("accepted") <= 1
        assert states[0] == "draft"
        assert states[-1] == referral.state
        assert all(after in FOLLOWS[before] for before, after in pairwise(states)), states


def is_read_only_while_it_may_be(network: Network) -> None:
    """What was told is read by the receiver while the request stands and her yes holds."""
    for referral in network.all_now():
        reader = network.receivers(referral)[0]
        with acting(reader):
            found = queries.referral(reader, referral.pk)
            told = queries.told(found) if found else {}
        holds = bool(referral.consent) and referral.consent.holds(clock.now())
        assert bool(told) is (referral.state in READABLE and holds), referral.state


def opens_the_file_only_while_it_may(network: Network) -> None:
    """A shelter opens the file while a request that it accepted stands and her yes holds."""
    now = clock.now()
    for yen, _hanh in network.shelters:
        mine = [r for r in network.all_now() if r.to_agency_id == yen.agency_id]
        stands = [
            r
            for r in mine
            if r.state in READABLE - {"sent"}
            and r.pk not in network.confirmed
            and r.consent.holds(now)
        ]
        with acting(yen):
            opened = files.case_by_code(yen, network.file.code) is not None
        assert opened is bool(stands)


def ends_with_her_yes(network: Network) -> None:
    """No request stands on a yes that she took back."""
    for referral in network.all_now():
        gone = referral.consent and referral.consent.withdrawn_at
        assert not (gone and referral.state in READABLE)


def goes_on_in_one_place_at_a_time(network: Network) -> None:
    """A request that came to nothing is followed by one open request at most."""
    followed = [r.instead_of_id for r in network.all_now() if r.instead_of_id and r.state in OWNER]
    assert len(followed) == len(set(followed))


def _went_on(network: Network, referral: Any) -> bool:
    return str(referral.pk) in network.looked_at or any(
        r.instead_of_id == referral.pk for r in network.all_now()
    )
