"""Writing an invented file as the actions would have written it: its records and its lines.

A test plays the same stories through the actions and compares every column.
"""

import json
from datetime import datetime
from typing import Any

from ketnoi.agencies.models import Agency, Member
from ketnoi.agencies.terms import Purpose
from ketnoi.bench.paperwork import Cast, Due, Paperwork
from ketnoi.bench.stories import Story, letters
from ketnoi.cases import rules as case_rules
from ketnoi.cases.models import Case, CaseAccess, CaseState, Charge, Consent, Note, Wrap
from ketnoi.cases.terms import OPENS_NO_FILE, STEP_OF
from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.crypto import new_data_key, tag
from ketnoi.foundation.vietnamese.phones import format_phone
from ketnoi.people.models import Paper, Person, Phone
from ketnoi.people.terms import WhoAnswers
from ketnoi.referrals import rules as request_rules
from ketnoi.referrals.models import Referral, ReferralEvent

WORDING = "Em xin phép ghi lại vài điều để tìm nơi hỗ trợ phù hợp."
SAFE_HOURS = "10 đến 11 giờ"
MESSAGE = "Nhờ quý đơn vị gọi lại vào giờ an toàn."
PACKS = ["contact", "need"]
AFTER = {
    "draft": "draft",
    "send": "sent",
    "accept": "accepted",
    "begin": "in_service",
    "report": "closed",
}
VERBS = {"accept": "referral.accepted", "begin": "referral.begun", "report": "referral.closed"}


class Filing(Paperwork):
    """One file on its way onto paper."""

    def __init__(self, story: Story, cast: Cast, due: Due) -> None:
        super().__init__(cast, due)
        self.story = story

    def write(self) -> "Filing":
        """Every step of the story, in its order."""
        for step in self.story.steps:
            getattr(self, f"_{step.verb}")(step.at, **step.facts)
        return self

    def _receive(self, at: datetime, *, called: str, phone: str, **about: Any) -> None:
        officer, holder = self.cast.officer, self.cast.home
        self.key = self._new_key()
        own = {"holder": holder, "keeper": officer}
        self.person = self._keep(Person(key=self.key, called=called, **own))
        self._say_of_her("person.taken_down", at, self.person)
        safe = {"who_answers": WhoAnswers.HERSELF, "safe_hours": SAFE_HOURS, "message_ok": False}
        self.phone = self._about_her(
            Phone, at, number=phone, number_tag=tag("phone", phone), **safe
        )
        self._say_of_her("phone.noted", at, self.phone)
        code = case_rules.code(
            year=at.astimezone(ZONE).year, letters=letters(self.story.number, case_rules.ALPHABET)
        )
        dates = {"received_at": at, "received_by": officer}
        self.case = self._keep(
            Case(code=code, person=self.person, key=self.key, **own, **dates, **about)
        )
        self._of_case(Charge, member=officer, since=at, by=officer)
        self._stand("received", at)
        self._ask("ask_consent", "consent", at, page="cases:consents")
        self._say("case.opened", at, self.case, **about)

    def _describe(self, at: datetime, **facts: Any) -> None:
        for name, value in facts.items():
            setattr(self.person, name, value)
        self.person.version += 1
        self._say_of_her("person.described", at, self.person, fields=sorted(facts))

    def _paper(self, at: datetime, *, number: str) -> None:
        paper = self._about_her(
            Paper, at, kind="cccd", number=number, number_tag=tag("paper", number)
        )
        self._say_of_her("paper.noted", at, paper, kind="cccd", country=paper.country)

    def _consent(self, at: datetime) -> None:
        purpose, recipient = self.story.purpose, self.cast.asked
        self.consent = self._of_case(
            Consent,
            purpose=purpose,
            recipient=recipient,
            packs=PACKS,
            wording=WORDING,
            language="vi",
            given="spoken",
            given_at=at,
            given_to=self.cast.officer,
            until=case_rules.consent_until(given_on=at.astimezone(ZONE).date()),
        )
        self._settle("ask_consent", at)
        self._next_step(at)
        told = {"purpose": purpose, "packs": PACKS, "recipients": [str(recipient.pk)]}
        until = self.consent.until.isoformat()
        self._say("consent.given", at, self.consent, shared=True, **told, until=until)

    def _stand(self, status: str, at: datetime, **why: Any) -> CaseState:
        self.case.status = status
        return self._of_case(CaseState, status=status, at=at, by=self.cast.officer, **why)

    def _close(self, at: datetime, *, reason: str) -> None:
        state = self._stand("closed", at, reason=reason)
        self._say("case.closed", at, state, shared=True, reason=reason)
        for kind in list(self.open_tasks):
            self._settle(kind, at)
        self._close_door(at)

    def _close_door(self, at: datetime) -> None:
        door = getattr(getattr(self, "request", None), "door", None)
        if door is not None and door.ended_at is None:
            door.ended_at = at
            self._drop_wraps(door.agency)

    def _drop_wraps(self, agency: Agency) -> None:
        self.records = [
            r
            for r in self.records
            if not (isinstance(r, Wrap) and r.scope == "network" and r.agency == agency)
        ]

    def _tick(self, at: datetime) -> None:
        task = self._settle("next_step", at)
        self._keep_going(at)
        self._say("task.ticked", at, task, kind="next_step")

    def _keep_going(self, at: datetime) -> None:
        if not self.open_tasks:
            self._next_step(at)

    def _next_step(self, at: datetime) -> None:
        self._ask("next_step", "support", at, page="pathway:case", subject=self.case.code)

    def _note(self, at: datetime, *, body: str, privacy: str, kind: str) -> None:
        own = {"agency": self.cast.home, "author": self.cast.officer, "written_at": at}
        shared = privacy == "network"
        seal, plain = self._seal_of("network" if shared else "own", self.cast.home)
        note = self._of_case(Note, privacy=privacy, kind=kind, seal=seal, **own)
        note.opened, note.body = plain, body
        self._say("note.written", at, note, shared=shared, kind=kind, privacy=privacy)

    def _look(self, at: datetime) -> None:
        self._say("file.opened", at, self.case, look=True)

    def _draft(self, at: datetime) -> None:
        own = {"code": self.case.code, "service": self.cast.service, "urgency": "normal"}
        key = self._new_key()
        self.request = self._of_case(
            Referral,
            purpose=self.story.purpose,
            from_agency=self.cast.home,
            to_agency=self.cast.asked,
            basis="consent",
            packs=PACKS,
            key=key,
            message=MESSAGE,
            state_at=at,
            made_at=at,
            made_by=self.cast.officer,
            **own,
        )
        self.request.opened = new_data_key()
        self._wrap("apart", key.pk, self.request.opened, self.cast.home, within=key)
        self._event(at, self.cast.officer)
        self._wait(at, self.cast.officer)
        told = {"purpose": self.story.purpose, "to": str(self.cast.asked.pk)}
        self._say("referral.drafted", at, self.request, **told)

    def _send(self, at: datetime) -> None:
        request, purpose = self.request, self.story.purpose
        request.consent, request.packet = self.consent, json.dumps(self._packet())
        request.is_sent, request.sent_at = True, at
        key, asked = request.key, self.cast.asked
        self._wrap("apart", key.pk, request.opened, asked, within=key)
        if purpose not in OPENS_NO_FILE:
            own = {"agency": self.cast.asked, "basis": "consent", "consent": self.consent}
            own["until"] = self.consent.ends_at
            request.door = self._of_case(CaseAccess, prepared_at=at, **own)
            self._seal_of("network", self.cast.home, asked)
        self._bring("send", at, self.cast.officer)
        self._stand("active", at)
        told = {"purpose": purpose, "to": str(self.cast.asked.pk), "packs": PACKS}
        self._say("referral.sent", at, request, shared=True, **told, basis="consent")

    def _seen(self, at: datetime) -> None:
        self._say("referral.seen", at, self.request, by=self.cast.answers, look=True)

    def _accept(self, at: datetime) -> None:
        self.request.taken_by, self.request.taken_at = self.cast.answers, at
        self.open_tasks["answer_referral"].member = self.cast.answers
        self._answer("accept", at, purpose=self.story.purpose)
        if self.request.door is not None:
            self.request.door.since = at

    def _begin(self, at: datetime) -> None:
        self._answer("begin", at)

    def _report(self, at: datetime) -> None:
        self._answer("report", at, outcome="met")

    def _confirm(self, at: datetime) -> None:
        self._settle("confirm_outcome", at)
        self._close_door(at)
        self._keep_going(at)
        self._say("referral.confirmed", at, self.request, shared=True)

    def _answer(self, verb: str, at: datetime, **told: Any) -> None:
        self._bring(verb, at, self.cast.answers, outcome=told.get("outcome", ""))
        self._say(VERBS[verb], at, self.request, shared=True, by=self.cast.answers, **told)

    def _bring(self, verb: str, at: datetime, by: Member, outcome: str = "") -> None:
        kind, _desk = request_rules.TASKS[self.request.state]
        self.request.state, self.request.state_at = AFTER[verb], at
        self._event(at, by, outcome=outcome)
        self._settle(kind, at, by=by)
        self._wait(at, by)

    def _event(self, at: datetime, by: Member, **why: Any) -> None:
        ends = {"from_agency": self.cast.home, "to_agency": self.cast.asked}
        state = self.request.state
        self._keep(ReferralEvent(referral=self.request, state=state, at=at, by=by, **ends, **why))

    def _wait(self, at: datetime, by: Member) -> None:
        kind, desk = request_rules.TASKS[self.request.state]
        clock = request_rules.clock(state=self.request.state, urgency="normal") or ""
        ours = desk == request_rules.SENDER
        self._ask(
            kind,
            STEP_OF[self.story.purpose],
            at,
            page="referrals:referral",
            subject=str(self.request.pk),
            due=clock,
            agency=self.cast.home if ours else self.cast.asked,
            member=self.cast.officer if ours else self.request.taken_by,
            maker=by.agency,
        )

    def _packet(self) -> dict[str, list[list[str]]]:
        answers = str(WhoAnswers(self.phone.who_answers).label)
        safe = "; ".join([answers, SAFE_HOURS, "không nhắn tin"])
        number = format_phone(self.phone.number.open())
        need = str(Purpose(self.story.purpose).label)
        return {
            "contact": [
                ["Cách gọi", self.person.called.open()],
                ["Ngôn ngữ", "Tiếng Việt"],
                ["Số gọi an toàn", f"{number} ({safe})"],
            ],
            "need": [["Nhu cầu", need], ["Lời nhắn", MESSAGE]],
        }
