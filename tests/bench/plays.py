"""Playing an invented story through the actions, as people would."""

from datetime import datetime
from typing import Any

from django.db import transaction

from ketnoi.bench.filing import MESSAGE, PACKS, SAFE_HOURS, WORDING
from ketnoi.bench.paperwork import Cast
from ketnoi.bench.stories import Story
from ketnoi.cases import actions as cases
from ketnoi.cases import queries as files
from ketnoi.cases.models import Task
from ketnoi.foundation import trail
from ketnoi.foundation.guard.context import acting
from ketnoi.intake.actions import receive
from ketnoi.intake.terms import RISK_OF
from ketnoi.people import actions as people
from ketnoi.people.models import Person
from ketnoi.referrals import actions as referrals


class Play:
    """One file, played by its cast."""

    def __init__(self, story: Story, cast: Cast) -> None:
        self.story, self.cast = story, cast

    def play(self) -> None:
        for step in self.story.steps:
            with transaction.atomic(), acting(self.cast.officer):
                getattr(self, step.verb)({"by": self.cast.officer, "now": step.at}, **step.facts)

    def receive(self, who: dict[str, Any], *, called: str, phone: str, **about: Any) -> None:
        danger = {risk: answer for answer, risk in RISK_OF.items()}[about.pop("risk")]
        self.case = receive(
            called=called,
            number=phone,
            who_answers="herself",
            safe_hours=SAFE_HOURS,
            message_ok=False,
            danger=danger,
            commune=None,
            vital_reason="",
            **about,
            **who,
        )

    def describe(self, who: dict[str, Any], **facts: Any) -> None:
        person = self._person()
        people.describe_person(person=person, version=1, by=who["by"], **facts)

    def paper(self, who: dict[str, Any], *, number: str) -> None:
        people.note_paper(person=self._person(), kind="cccd", number=number, **who)

    def consent(self, who: dict[str, Any]) -> None:
        cases.give_consent(
            case=self._case(),
            purpose=self.story.purpose,
            recipients=[self.cast.asked],
            packs=PACKS,
            wording=WORDING,
            language="vi",
            given="spoken",
            until=None,
            **who,
        )

    def close(self, who: dict[str, Any], *, reason: str) -> None:
        cases.close_case(case=self._case(), reason=reason, **who)

    def tick(self, who: dict[str, Any]) -> None:
        task = Task.objects.get(case=self.case, kind="next_step", done_at=None)
        cases.tick_task(task=task, **who)

    def note(self, who: dict[str, Any], **said: str) -> None:
        cases.write_note(case=self._case(), **said, **who)

    def look(self, who: dict[str, Any]) -> None:
        trail.look("file.opened", by=who["by"], about=self.case)

    def draft(self, who: dict[str, Any]) -> None:
        self.request = referrals.draft_referral(
            case=self._case(),
            service=self.cast.service,
            purpose=self.story.purpose,
            urgency="normal",
            packs=PACKS,
            basis="consent",
            message=MESSAGE,
            basis_reason="",
            **who,
        )

    def send(self, who: dict[str, Any]) -> None:
        referrals.send_referral(referral=self.request, **who)

    def seen(self, who: dict[str, Any]) -> None:
        with acting(self.cast.answers):
            trail.look("referral.seen", by=self.cast.answers, about=self.request)

    def accept(self, who: dict[str, datetime]) -> None:
        self._answered(referrals.accept_referral, who)

    def begin(self, who: dict[str, datetime]) -> None:
        self._answered(referrals.begin_service, who)

    def report(self, who: dict[str, datetime]) -> None:
        self._answered(referrals.close_referral, who, outcome="met")

    def confirm(self, who: dict[str, Any]) -> None:
        referrals.confirm_outcome(referral=self.request, **who)

    def _answered(self, answer: Any, who: dict[str, Any], **told: str) -> None:
        answer(referral=self.request, by=self.cast.answers, now=who["now"], **told)

    def _case(self) -> Any:
        return files.case_by_code(self.cast.officer, self.case.code)

    def _person(self) -> Person:
        return Person.objects.select_related("key").get(pk=self.case.person_id)
