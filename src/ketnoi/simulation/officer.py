"""What an officer does with one thing that waits: through the actions, as a page would."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from ketnoi.cases import actions as cases
from ketnoi.cases import queries as files
from ketnoi.foundation.guard.context import acting
from ketnoi.pathway import actions as pathway
from ketnoi.referrals import actions as referrals
from ketnoi.referrals import queries as requests
from ketnoi.simulation.calendar import Calendar
from ketnoi.simulation.chance import DAY, Chance, assumed
from ketnoi.simulation.network import Desk

WORDING = "Em xin phép ghi lại vài điều để tìm nơi hỗ trợ phù hợp. (dữ liệu giả)"
PACKS = ["contact", "need"]
A_WEEK = 7


@dataclass
class Officers:
    """The officers of all desks, and the hands with which they do what waits."""

    chance: Chance
    calendar: Calendar
    desks: list[Desk]
    numbers: dict[UUID, int]
    ended: set[UUID] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.by_agency = {desk.service.agency_id: desk for desk in self.desks}
        self.hands: dict[str, Callable[[Any, Any], None]] = {
            "ask_consent": self.talk,
            "send_referral": self.send,
            "answer_referral": self.answer,
            "first_contact": self.reach,
            "report_outcome": self.report,
            "look_again": self.look_again,
            "confirm_outcome": self.confirm,
            "refer_elsewhere": self.elsewhere,
            "next_step": self.next_step,
        }

    def do(self, task: Any, by: Any) -> None:
        """Do one thing that waits, as far as it can be done today."""
        # Who ends support is shown nothing else of that file: all that waited in it is settled.
        if task.case_id not in self.ended:
            self.hands[task.kind](task, by)

    def asked_for(self, need: str, number: int) -> list[Desk]:
        """Who gives this help, in the order in which they are asked for this woman."""
        able = [desk for desk in self.desks if desk.purpose == need]
        first = int(self.chance.between(0, len(able), "first", number, need))
        return able[first:] + able[:first]

    def talk(self, task: Any, by: Any) -> None:
        """She is asked for her yes, and her requests go out, or are left as drafts."""
        case = self._case(task, by)
        number = self.numbers[case.pk]
        for need in case.needs:
            self._agree(case, need, number, by)
        to = {need: self.asked_for(need, number)[0].service for need in case.needs}
        if self.chance.happens(assumed()["arrivals"]["sent_at_once"], "sent", number):
            about = {"packs": PACKS, "message": "", "by": by, "now": self.calendar.step()}
            pathway.ask_several(case=case, services=to, urgency=_urgency(case), **about)
            return
        for need, service in to.items():
            self._draft(case, need, service, by)

    def send(self, task: Any, by: Any) -> None:
        """The draft that was left behind goes out."""
        referrals.send_referral(referral=self._request(task, by), by=by, now=self.calendar.step())

    def answer(self, task: Any, by: Any) -> None:
        """Say yes; or no, because there is no room, or because she is not eligible."""
        desk, request = self.by_agency[by.agency_id], self._request(task, by)
        now, name = self.calendar.step(), (self._name(task), desk.key)
        if self._is_full(desk, by):
            return self._decline(request, "no_capacity", by, now)
        if self.chance.happens(assumed()["answers"]["declines"], "declines", *name):
            return self._decline(request, "not_eligible", by, now)
        pathway.accept(referral=request, by=by, now=now)
        return None

    def reach(self, task: Any, by: Any) -> None:
        """She is called: reached, reached with a pause, or not today."""
        told, name = assumed()["answers"], (self._name(task), by.agency.key)
        if not self.chance.happens(told["reached"], "reached", *name, int(self.calendar.days)):
            return
        request, now = self._request(task, by), self.calendar.step()
        if self.chance.happens(told["paused"], "paused", *name):
            again = now + timedelta(days=A_WEEK)
            referrals.put_on_hold(referral=request, review_at=again, by=by, now=now)
        else:
            referrals.begin_service(referral=request, by=by, now=now)

    def report(self, task: Any, by: Any) -> None:
        """The service has lasted its time: say how it ended."""
        told, name = assumed()["answers"], (self._name(task), by.agency.key)
        lasts = self.chance.between(*told["lasts_days"], "lasts", *name)
        if self.calendar.last < task.made_at + lasts * DAY:
            return
        is_met = self.chance.happens(told["met"], "met", *name)
        referrals.close_referral(
            referral=self._request(task, by),
            outcome="met" if is_met else "partly",
            by=by,
            now=self.calendar.step(),
        )

    def look_again(self, task: Any, by: Any) -> None:
        """The pause is over."""
        if self.calendar.last + DAY >= task.due_at:
            request = self._request(task, by)
            referrals.begin_service(referral=request, by=by, now=self.calendar.step())

    def confirm(self, task: Any, by: Any) -> None:
        """She is asked how it went: it has ended, goes on, or she takes her yes back."""
        told, name = assumed()["answers"], self._name(task)
        request, now = self._request(task, by), self.calendar.step()
        if self.chance.happens(told["withdraws"], "withdraws", name):
            pathway.withdraw(consent=self._consent(request, task, by), by=by, now=now)
        elif self.chance.happens(told["reopened"], "reopened", name, task.made_at.date()):
            referrals.reopen_referral(referral=request, by=by, now=now)
        else:
            referrals.confirm_outcome(referral=request, by=by, now=now)

    def elsewhere(self, task: Any, by: Any) -> None:
        """Ask the next one in one step; when all were asked, look at it again another day."""
        request = self._request(task, by)
        with acting(by):
            chain = {r.to_agency_id for r in [request, *requests.chain_of(request, by)]}
        able = self.asked_for(request.purpose, self.numbers[task.case_id])
        left = [d.service for d in able if d.service.agency_id not in chain]
        now = self.calendar.step()
        if not left:
            cases.tick_task(task=task, by=by, now=now)
            return
        pathway.redirect(
            referral=request, service=left[0], message="", basis_reason="", by=by, now=now
        )

    def next_step(self, task: Any, by: Any) -> None:
        """Nothing else waits: ask again for what is missing, or support ends."""
        case = self._case(task, by)
        with acting(by):
            known = requests.referrals_of(case, by)
            unasked = requests.needs_to_ask(case, by)
        missing = [need for need in unasked if not _is_helped(need, known)]
        tried = [r for r in known if r.purpose in missing]
        if not missing and len(unasked) < len(case.needs):
            cases.tick_task(task=task, by=by, now=self.calendar.step())
            return
        if not missing or len(tried) >= assumed()["answers"]["tries"]:
            pathway.close(
                case=case,
                reason="goals_met" if not missing else "her_wish",
                by=by,
                now=self.calendar.step(),
            )
            self.ended.add(case.pk)
            return
        for need in missing:
            self._ask_again(case, need, len(tried), by)
        cases.tick_task(task=task, by=by, now=self.calendar.step())

    def _ask_again(self, case: Any, need: str, tried: int, by: Any) -> None:
        number = self.numbers[case.pk]
        self._agree(case, need, number, by)
        able = self.asked_for(need, number)
        service = able[tried % len(able)].service
        draft = self._draft(case, need, service, by)
        referrals.send_referral(referral=draft, by=by, now=self.calendar.step())

    def _agree(self, case: Any, need: str, number: int, by: Any) -> None:
        cases.give_consent(
            case=case,
            purpose=need,
            recipients=[desk.service.agency for desk in self.asked_for(need, number)],
            packs=PACKS,
            wording=WORDING,
            language="vi",
            given="spoken",
            until=None,
            by=by,
            now=self.calendar.step(),
        )

    def _draft(self, case: Any, need: str, service: Any, by: Any) -> Any:
        return referrals.draft_referral(
            case=case,
            service=service,
            purpose=need,
            urgency=_urgency(case),
            packs=PACKS,
            basis="consent",
            message="",
            basis_reason="",
            by=by,
            now=self.calendar.step(),
        )

    def _is_full(self, desk: Desk, by: Any) -> bool:
        if desk.places is None:
            return False
        return desk.is_full(self.calendar.days) or self.taken(desk, by) >= desk.places

    def taken(self, desk: Desk, by: Any) -> int:
        """How many places of a shelter are taken: by those it said yes to, until it has ended."""
        with acting(by):
            return requests.received_by(by).exclude(state="sent").count()

    def _decline(self, request: Any, reason: str, by: Any, now: datetime) -> None:
        referrals.decline_referral(referral=request, reason=reason, by=by, now=now)

    def _request(self, task: Any, by: Any) -> Any:
        with acting(by):
            return requests.referrals_visible_to(by).get(pk=UUID(task.subject))

    def _case(self, task: Any, by: Any) -> Any:
        with acting(by):
            return files.case_by_code(by, task.code)

    def _consent(self, request: Any, task: Any, by: Any) -> Any:
        with acting(by):
            return files.consent_in(self._case(task, by), request.consent_id)

    def _name(self, task: Any) -> int:
        return self.numbers[task.case_id]


def _urgency(case: Any) -> str:
    return "urgent" if case.risk == "high" else "normal"


def _is_helped(need: str, known: list[Any]) -> bool:
    """Whether she was helped with it, or does not want it any more."""
    return any(r.purpose == need and r.state in {"closed", "consent_withdrawn"} for r in known)
