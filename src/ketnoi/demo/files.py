"""A file as it grows: each step is one action of the domains, at one moment, by one person."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from ketnoi.cases import actions as cases
from ketnoi.cases import queries as files
from ketnoi.demo.invented import Invented
from ketnoi.demo.stage import Stage
from ketnoi.foundation.guard.context import acting
from ketnoi.intake import actions as intake
from ketnoi.pathway import actions as pathway
from ketnoi.people import actions as people
from ketnoi.referrals import actions as referrals
from ketnoi.reintegration import actions as reintegration
from ketnoi.reintegration import queries as visits

WORDING = (
    "Em xin phép ghi lại vài điều để tìm nơi hỗ trợ phù hợp. Chị có thể không trả lời, hoặc dừng"
    " lại bất cứ lúc nào. Thông tin chỉ gửi cho nơi chị chọn."
)
FAKE = "Dữ liệu giả: "
WORKS = ("caseworker", "lead")
USUAL = ("contact", "need")
PERSONAL = ("sex", "birth_year", "language", "needs_interpreter", "name")


@dataclass(frozen=True)
class Ask:
    """What somebody comes with: needs, reasons, how she came and where she lives."""

    needs: tuple[str, ...]
    reasons: tuple[str, ...] = ("at_risk",)
    danger: str = "no"
    channel: str = "phone"
    commune: int = 0
    hours: str = "8–11 giờ"
    vital: str = ""


@dataclass
class File:
    """The file of one person, and whoever is responsible for it."""

    stage: Stage
    who: Invented
    by: Any
    case: Any
    representative: Any = None
    stay: Any = None
    referrals: list[Any] = field(default_factory=list)

    @property
    def person(self) -> Any:
        """Whose file it is."""
        return self.case.person

    def describe(self, now: datetime, *reasons: str, by: Any = None) -> None:
        """She says more of herself, and why the file is kept."""
        by = by or self.by
        said = {name: getattr(self.who, name) for name in PERSONAL}
        self.case.person = people.describe_person(
            person=self.person, version=self.person.version, by=by, **said
        )
        if reasons and by.role in WORKS:
            case = cases.describe_case(
                case=self.case, version=self.case.version, by=by, now=now, reasons=list(reasons)
            )
            case.person, self.case = self.case.person, case

    def paper(self, now: datetime) -> None:
        """She shows a paper."""
        number = self.who.paper
        people.note_paper(person=self.person, kind="cccd", number=number, by=self.by, now=now)

    def address(self, now: datetime, line: str, commune: int = 0) -> None:
        """She says where she may be visited."""
        place = self.stage.commune(commune)
        people.note_address(
            person=self.person, commune=place, line=f"{FAKE}{line}", by=self.by, now=now
        )

    def speaks_for(self, now: datetime, relation: str, *, may_be_danger: bool = False) -> None:
        """Somebody speaks for a child."""
        name = self.stage.people.next(age=45).name
        self.representative = people.name_representative(
            person=self.person,
            name=name,
            relation=relation,
            may_be_danger=may_be_danger,
            by=self.by,
            now=now,
        )

    def agree(
        self,
        now: datetime,
        purpose: str,
        *recipients: str,
        packs: tuple[str, ...] = USUAL,
        given: str = "spoken",
    ) -> Any:
        """She says yes to these agencies, for this purpose."""
        [first, *_others] = cases.give_consent(
            case=self.case,
            purpose=purpose,
            recipients=[self.stage.agencies[key] for key in recipients],
            packs=list(packs),
            wording=WORDING,
            language=self.who.language,
            given="representative" if self.representative else given,
            until=None,
            representative=self.representative,
            by=self.by,
            now=now,
        )
        return first

    def draft(
        self,
        now: datetime,
        service: str,
        purpose: str,
        message: str = "",
        *,
        urgency: str = "normal",
        **facts: Any,
    ) -> Any:
        """A request to another agency is prepared."""
        about = {"packs": USUAL, "basis": "consent", "basis_reason": "", **facts}
        referral = referrals.draft_referral(
            case=self.case,
            service=self.stage.services[service],
            purpose=purpose,
            urgency=urgency,
            message=f"{FAKE}{message}" if message else "",
            by=self.by,
            now=now,
            **{**about, "packs": list(about["packs"])},
        )
        self.referrals.append(referral)
        return referral

    def send(self, now: datetime, referral: Any) -> Any:
        """The request goes out."""
        return referrals.send_referral(referral=referral, by=self.by, now=now)

    def note(
        self, now: datetime, body: str, privacy: str = "agency", kind: str = "call", by: Any = None
    ) -> Any:
        """Somebody writes down what was said."""
        return cases.write_note(
            case=self.case,
            body=f"{FAKE}{body}",
            privacy=privacy,
            kind=kind,
            by=by or self.by,
            now=now,
        )

    def tick(self, now: datetime, kind: str = "next_step") -> None:
        """What waited is done."""
        with acting(self.by):
            waiting = files.tasks_of(self.case, self.by)
        for task in waiting:
            if task.kind == kind and task.done_at is None:
                cases.tick_task(task=task, by=self.by, now=now)

    def safer(self, now: datetime, risk: str) -> None:
        """She is in less danger than before."""
        person = self.person
        self.case = cases.describe_case(
            case=self.case, version=self.case.version, risk=risk, by=self.by, now=now
        )
        self.case.person = person

    def follow(self, now: datetime) -> None:
        """She lives her own life again; follow-ups are planned."""
        pathway.follow(case=self.case, by=self.by, now=now)

    def visit(self, now: datetime, month: int, outcome: str, body: str = "", **facts: str) -> None:
        """She is asked how it goes."""
        with acting(self.by):
            due = visits.follow_up_of_file(self.by, self.case.code, month)
        said = {"how": "phone", **facts}
        reintegration.do_follow_up(
            follow_up=due,
            outcome=outcome,
            body=f"{FAKE}{body}" if body else "",
            by=self.by,
            now=now,
            **said,
        )

    def close(self, now: datetime, reason: str) -> None:
        """Support ends; where another leads the agency, she agrees to it."""
        waits = pathway.end_support(case=self.case, reason=reason, by=self.by, now=now)
        if waits:
            later = now + timedelta(minutes=30)
            pathway.agree_to_close(closing=waits, by=self.stage.mai, now=later)


def receive(stage: Stage, now: datetime, who: Invented, ask: Ask, *, by: Any) -> File:
    """Somebody asks for help, and a file begins."""
    stage.told += 1
    case = intake.receive(
        called=who.called,
        number=who.phone,
        who_answers="herself",
        safe_hours=ask.hours,
        message_ok=stage.told % 3 == 0,
        needs=list(ask.needs),
        danger=ask.danger,
        commune=stage.commune(ask.commune),
        channel=ask.channel,
        vital_reason=f"{FAKE}{ask.vital}" if ask.vital else "",
        by=by,
        now=now,
    )
    return File(stage=stage, who=who, by=by, case=case)
