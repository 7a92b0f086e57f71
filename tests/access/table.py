"""The matrix: which role, at which agency, may do what. `docs/permissions.md` says it in words.

An act is tried twice: as it is (the rules of `access.py` and row security together), and with
every rule of `access.py` answering yes (row security alone). `database` is who the database lets
through when nobody else asks.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ketnoi.agencies import actions as network
from ketnoi.agencies.terms import Role
from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions as cases
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.identification import actions as identification
from ketnoi.linkage import actions as linkage
from ketnoi.linkage.tests import make as lists
from ketnoi.people import actions as people
from ketnoi.protection import actions as protection
from ketnoi.recognition import actions as recognition
from ketnoi.referrals import actions as referrals
from ketnoi.reintegration import actions as reintegration
from ketnoi.rights import actions as rights
from ketnoi.support import actions as support
from tests.access.scene import RELATIONS, Scene

Who = frozenset[tuple[str, str]]

WORKERS = (Role.CASEWORKER, Role.LEAD)
OFFICERS = (*WORKERS, Role.SPECIALIST, Role.VERIFIER)


def at(relation: str, roles: tuple[Role, ...]) -> Who:
    """These roles at this agency."""
    return frozenset((relation, role.value) for role in roles)


NOBODY: Who = frozenset()
HOLDERS, PARTNERS = at("holder", OFFICERS), at("partner", OFFICERS)
POLICE = at("police", OFFICERS)
TAKE_PART = HOLDERS | PARTNERS | POLICE
EVERYWHERE = TAKE_PART | at("stranger", OFFICERS) | at("rescuer", OFFICERS)


@dataclass(frozen=True)
class Act:
    """Something a member may try, who may do it, and whom the database would let do it."""

    name: str
    do: Callable[[Scene, Any], Any]
    allowed: Who
    database: Who


def act(name: str, allowed: Who, database: Who) -> Callable[[Callable], Callable]:
    """Put a function into the matrix."""

    def put(do: Callable[[Scene, Any], Any]) -> Callable:
        ACTS.append(Act(name, do, allowed, database))
        return do

    return put


ACTS: list[Act] = []


@act("describe the file", at("holder", WORKERS), HOLDERS)
def _describe(s: Scene, by: Any) -> None:
    cases.describe_case(case=s.file, version=s.file.version, risk="low", by=by, now=clock.now())


@act("ask for consent", at("holder", WORKERS), HOLDERS)
def _agree(s: Scene, by: Any) -> None:
    cases.give_consent(
        case=s.file,
        purpose="health",
        recipients=[s.yen.agency],
        packs=["need"],
        wording="…",
        language="vi",
        given="spoken",
        until=None,
        by=by,
        now=clock.now(),
    )


@act("withdraw a consent", HOLDERS, HOLDERS)
def _withdraw(s: Scene, by: Any) -> None:
    cases.withdraw_consent(consent=s.consent, by=by, now=clock.now())


@act("hand the file to oneself", at("holder", WORKERS), HOLDERS)
def _take_over(s: Scene, by: Any) -> None:
    cases.hand_over(case=s.file, to=by, by=by, now=clock.now())


@act("close the file", at("holder", WORKERS), HOLDERS)
def _close(s: Scene, by: Any) -> None:
    cases.close_case(case=s.file, reason="her_wish", by=by, now=clock.now())


@act("move the file on", at("holder", WORKERS), HOLDERS)
def _move(s: Scene, by: Any) -> None:
    cases.move_case(case=s.file, status="active", by=by, now=clock.now())


@act("mark the file as entered in error", at("holder", WORKERS), HOLDERS)
def _mistaken(s: Scene, by: Any) -> None:
    cases.mark_case_mistaken(case=s.file, by=by, now=clock.now())


@act("describe the person", HOLDERS, HOLDERS)
def _person(s: Scene, by: Any) -> None:
    people.describe_person(person=s.phone.person, version=1, sex="female", by=by)


@act("add a phone number", HOLDERS, at("holder", tuple(Role)))
def _phone(s: Scene, by: Any) -> None:
    people.note_phone(person=s.phone.person, number="+84900000001", by=by, now=clock.now())


@act("add a child of hers", HOLDERS, at("holder", tuple(Role)))
def _relative(s: Scene, by: Any) -> None:
    people.add_relative(
        person=s.phone.person, kind="child", lives="her", carer="her", by=by, now=clock.now()
    )


@act("describe a tie", HOLDERS, HOLDERS)
def _tie(s: Scene, by: Any) -> None:
    people.describe_tie(tie=s.tie, kind="child", lives="kin", carer="kin", by=by)


@act("end a tie", HOLDERS, HOLDERS)
def _end_tie(s: Scene, by: Any) -> None:
    people.end_tie(tie=s.tie, reason="apart", by=by, now=clock.now())


@act("forget a phone number", HOLDERS, HOLDERS)
def _forget(s: Scene, by: Any) -> None:
    people.forget_phone(phone=s.phone, by=by)


@act("take a request about data", HOLDERS, HOLDERS)
def _take(s: Scene, by: Any) -> None:
    rights.take_request(
        case=s.file,
        right="copy",
        asker="herself",
        check_made="known",
        words="",
        by=by,
        now=clock.now(),
    )


@act("acknowledge a request about data", at("holder", WORKERS), HOLDERS)
def _acknowledge(s: Scene, by: Any) -> None:
    rights.acknowledge_request(wish=s.wish, by=by, now=clock.now())


@act("extend a request about data", at("holder", WORKERS), HOLDERS)
def _extend(s: Scene, by: Any) -> None:
    rights.extend_request(wish=s.wish, by=by, now=clock.now())


@act("answer a request about data", at("holder", WORKERS), HOLDERS)
def _answer(s: Scene, by: Any) -> None:
    rights.answer_request(
        wish=s.wish, outcome="done", ground="", answer="…", by=by, now=clock.now()
    )


@act("restrict the file", at("holder", WORKERS), HOLDERS)
def _restrict(s: Scene, by: Any) -> None:
    cases.restrict_case(case=s.file, by=by, now=clock.now())


@act("lift a restriction", at("holder", WORKERS), HOLDERS)
def _share_again(s: Scene, by: Any) -> None:
    cases.lift_restriction(case=s.file, by=by)


@act("hold her data for an authority", HOLDERS, at("holder", tuple(Role)))
def _hold(s: Scene, by: Any) -> None:
    people.hold_data(
        person=s.phone.person, ground="court", source="…", until=None, by=by, now=clock.now()
    )


@act("lift a hold", HOLDERS, HOLDERS)
def _lift(s: Scene, by: Any) -> None:
    people.lift_hold(hold=s.hold, by=by, now=clock.now())


@act("erase her data", at("holder", (Role.LEAD,)), at("holder", (Role.LEAD,)))
def _erase(s: Scene, by: Any) -> None:
    people.erase_person(person=s.erasable, by=by, now=clock.now())


@act("prepare a referral", at("holder", WORKERS), HOLDERS)
def _draft(s: Scene, by: Any) -> None:
    referrals.draft_referral(
        case=s.file,
        service=s.other_service,
        purpose="identification",
        urgency="normal",
        packs=["need"],
        basis="consent",
        message="",
        basis_reason="",
        by=by,
        now=clock.now(),
    )


@act("send a referral", at("holder", WORKERS), HOLDERS)
def _send(s: Scene, by: Any) -> None:
    referrals.send_referral(referral=s.draft, by=by, now=clock.now())


@act("recall a referral", at("holder", WORKERS), HOLDERS | PARTNERS)
def _recall(s: Scene, by: Any) -> None:
    referrals.recall_referral(referral=s.sent, by=by, now=clock.now())


@act("accept a referral", PARTNERS, HOLDERS | PARTNERS)
def _accept(s: Scene, by: Any) -> None:
    referrals.accept_referral(referral=s.sent, by=by, now=clock.now())


@act("decline a referral", PARTNERS, HOLDERS | PARTNERS)
def _decline(s: Scene, by: Any) -> None:
    referrals.decline_referral(referral=s.sent, reason="no_capacity", by=by, now=clock.now())


@act("begin a service", PARTNERS, HOLDERS | PARTNERS)
def _begin(s: Scene, by: Any) -> None:
    referrals.begin_service(referral=s.accepted, by=by, now=clock.now())


@act("report an outcome", PARTNERS, HOLDERS | PARTNERS)
def _report(s: Scene, by: Any) -> None:
    referrals.close_referral(referral=s.serving, outcome="met", by=by, now=clock.now())


@act("confirm an outcome", at("holder", WORKERS), HOLDERS | PARTNERS)
def _confirm(s: Scene, by: Any) -> None:
    referrals.confirm_outcome(referral=s.closed, by=by, now=clock.now())


@act("write a note", TAKE_PART, TAKE_PART | at("holder", tuple(Role)))
def _note(s: Scene, by: Any) -> None:
    cases.write_note(case=s.file, body="…", privacy="agency", kind="call", by=by, now=clock.now())


@act("attach a paper", TAKE_PART, TAKE_PART | at("holder", tuple(Role)))
def _attach(s: Scene, by: Any) -> None:
    cases.attach(
        case=s.file,
        file=s.paper,
        kind="other",
        title="…",
        privacy="agency",
        by=by,
        now=clock.now(),
    )


@act("mark somebody else's attachment as a mistake", NOBODY, NOBODY)
def _wrong_paper(s: Scene, by: Any) -> None:
    cases.mark_attachment_mistaken(attachment=s.attachment, by=by, now=clock.now())


@act("decide on legal status", at("police", (*WORKERS, Role.VERIFIER)), TAKE_PART)
def _decide(s: Scene, by: Any) -> None:
    identification.decide_status(
        case=s.file,
        status="victim",
        body_name="Công an",
        number="1",
        decided_on=clock.today(),
        paper="police",
        evidence=["her_own"],
        by=by,
        now=clock.now(),
    )


@act("review a stay", at("partner", (*WORKERS, Role.SPECIALIST)), PARTNERS)
def _review(s: Scene, by: Any) -> None:
    protection.review_stay(stay=s.stay, by=by, now=clock.now())


@act("leave the shelter", at("partner", (*WORKERS, Role.SPECIALIST)), PARTNERS)
def _leave(s: Scene, by: Any) -> None:
    protection.leave(
        stay=s.stay,
        left_at=clock.now(),
        left_reason="her_wish",
        left_to="home",
        by=by,
        now=clock.now(),
    )


@act(
    "record support",
    TAKE_PART - {(r, Role.VERIFIER.value) for r in ("holder", "partner", "police")},
    TAKE_PART,
)
def _support(s: Scene, by: Any) -> None:
    support.record_support(
        case=s.file,
        kind="medical",
        given_on=clock.today(),
        hours=None,
        cost=None,
        funds="state",
        detail="…",
        by=by,
        now=clock.now(),
    )


@act("follow up", at("holder", (*WORKERS, Role.SPECIALIST)), HOLDERS)
def _follow_up(s: Scene, by: Any) -> None:
    reintegration.do_follow_up(
        follow_up=s.follow_up, how="phone", outcome="stable", by=by, now=clock.now()
    )


@act("call off the visits", at("holder", WORKERS), HOLDERS)
def _call_off(s: Scene, by: Any) -> None:
    called_off = reintegration.cancel_follow_ups(case=s.file, by=by, now=clock.now())
    if not called_off:
        raise Refused("nothing was called off")


EVERYWHERE = frozenset((r, role.value) for r in RELATIONS for role in Role)
OFFICERS_ANYWHERE = frozenset((r, role.value) for r in RELATIONS for role in OFFICERS)
EVERYWHERE_ADMIN = frozenset((r, Role.ADMIN.value) for r in RELATIONS)
OUTSIDE = at("stranger", OFFICERS) | at("rescuer", OFFICERS)


@act("open in an emergency", OUTSIDE, OUTSIDE)
def _break_glass(s: Scene, by: Any) -> None:
    said = {"reason": "danger", "words": "…", "by": by, "now": clock.now()}
    if cases.open_in_emergency(code=s.file.code, **said) is None:
        raise Refused("nothing was opened")


@act("confirm an emergency opening", at("rescuer", WORKERS), at("rescuer", OFFICERS))
def _confirm_emergency(s: Scene, by: Any) -> None:
    cases.confirm_emergency(opening=s.opening, by=by, now=clock.now())


@act("review an emergency opening", at("holder", WORKERS), HOLDERS)
def _review_emergency(s: Scene, by: Any) -> None:
    cases.review_emergency(opening=s.opening, verdict="needed", by=by, now=clock.now())


@act("end an emergency opening", at("holder", WORKERS), HOLDERS | at("rescuer", OFFICERS))
def _end_emergency(s: Scene, by: Any) -> None:
    cases.end_emergency(opening=s.opening, by=by, now=clock.now())


@act("name a witness", EVERYWHERE_ADMIN, EVERYWHERE)
def _name_witness(s: Scene, by: Any) -> None:
    keeper = agencies.agency("legal_aid")
    actions = {"channel": "file", "address": "", "by": by, "now": clock.now()}
    network.name_witness(agency=keeper, **actions)


@act("release a witness", EVERYWHERE_ADMIN, EVERYWHERE)
def _release_witness(s: Scene, by: Any) -> None:
    network.release_witness(witness=s.witness, by=by, now=clock.now())


@act("bring a list", OFFICERS_ANYWHERE, EVERYWHERE)
def _bring(s: Scene, by: Any) -> None:
    linkage.bring(content=lists.sheet([]), by=by, now=clock.now())


@act("keep a list", HOLDERS, HOLDERS)
def _keep(s: Scene, by: Any) -> None:
    linkage.keep(source=s.brought, by=by)


@act("decide about a pair", HOLDERS, HOLDERS)
def _decide(s: Scene, by: Any) -> None:
    linkage.decide(pair=s.pair, decision="same", by=by, now=clock.now())


@act("destroy a list", HOLDERS, HOLDERS)
def _destroy(s: Scene, by: Any) -> None:
    linkage.destroy(source=s.brought, by=by)


@act("ask whether another agency knows her", at("holder", WORKERS), HOLDERS)
def _ask_elsewhere(s: Scene, by: Any) -> None:
    recognition.ask_elsewhere(
        case=s.file,
        ground="consent",
        given="spoken",
        wording="…",
        reason="",
        by=by,
        now=clock.now(),
    )


@act("ask elsewhere because a law orders it", at("holder", (Role.LEAD,)), HOLDERS)
def _ask_by_law(s: Scene, by: Any) -> None:
    recognition.ask_elsewhere(
        case=s.file,
        ground="legal_duty",
        given="",
        wording="",
        reason="…",
        by=by,
        now=clock.now(),
    )


@act("take a question back", at("holder", WORKERS), HOLDERS)
def _stop_asking(s: Scene, by: Any) -> None:
    recognition.stop_asking(question=s.question, by=by, now=clock.now())


@act("say what she answered to another agency", at("holder", WORKERS), HOLDERS)
def _answer_approach(s: Scene, by: Any) -> None:
    recognition.answer_approach(
        approach=s.approach,
        answer="declines",
        given="",
        wording="",
        reason="",
        by=by,
        now=clock.now(),
    )
