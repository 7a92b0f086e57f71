"""What agencies do with and for each other: the second part of the matrix."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from ketnoi.agencies.terms import Role
from ketnoi.cases import actions as cases
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.identification import actions as identification
from ketnoi.linkage import actions as linkage
from ketnoi.linkage.tests import make as lists
from ketnoi.livelihood.tests import make as livelihood
from ketnoi.protection import actions as protection
from ketnoi.recognition import actions as recognition
from ketnoi.referrals import actions as referrals
from ketnoi.reintegration import actions as reintegration
from ketnoi.rounds import actions as rounds
from ketnoi.support import actions as support
from ketnoi.support.tests import make as plans
from tests.access.acts import (
    EVERYWHERE,
    HOLDERS,
    NOBODY,
    OFFICERS,
    OFFICERS_ANYWHERE,
    OUTSIDE,
    PARTNERS,
    TAKE_PART,
    WORKERS,
    Act,
    at,
    into,
)
from tests.access.scene import Scene

ACTS: list[Act] = []
act = into(ACTS)


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


@act("take a referral in hand", PARTNERS, HOLDERS | PARTNERS)
def _take(s: Scene, by: Any) -> None:
    referrals.take_referral(referral=s.sent, by=by, now=clock.now())


@act("put a referral back", at("partner", (Role.LEAD,)), HOLDERS | PARTNERS)
def _put_back(s: Scene, by: Any) -> None:
    referrals.put_back_referral(referral=s.accepted, by=by, now=clock.now())


@act("decline a referral", PARTNERS, HOLDERS | PARTNERS)
def _decline(s: Scene, by: Any) -> None:
    referrals.decline_referral(referral=s.sent, reason="no_capacity", by=by, now=clock.now())


@act("begin a service", PARTNERS, HOLDERS | PARTNERS)
def _begin(s: Scene, by: Any) -> None:
    referrals.begin_service(referral=s.accepted, by=by, now=clock.now())


@act("ask to be told more", PARTNERS, PARTNERS)
def _ask_more(s: Scene, by: Any) -> None:
    more = {"packs": ["risk"], "words": "…", "by": by, "now": clock.now()}
    referrals.ask_more(referral=s.accepted, **more)


@act("tell more with her yes", at("holder", WORKERS), HOLDERS)
def _tell_more(s: Scene, by: Any) -> None:
    said = {"packs": ["risk"], "words": "", "wording": "…", "given": "spoken"}
    referrals.tell_more_with_her_yes(referral=s.serving, by=by, now=clock.now(), **said)


@act("tell more without asking her", NOBODY, NOBODY)
def _tell_unasked(s: Scene, by: Any) -> None:
    said = {"packs": ["risk"], "words": "", "consent": s.serving.consent}
    referrals.tell_more(referral=s.serving, by=by, now=clock.now(), **said)


@act("tell no more", at("holder", WORKERS), HOLDERS | PARTNERS)
def _refuse_more(s: Scene, by: Any) -> None:
    referrals.refuse_more(referral=s.serving, answer="she_declined", by=by, now=clock.now())


@act("report an outcome", PARTNERS, HOLDERS | PARTNERS)
def _report(s: Scene, by: Any) -> None:
    referrals.close_referral(referral=s.serving, outcome="met", by=by, now=clock.now())


@act("confirm an outcome", at("holder", WORKERS), HOLDERS | PARTNERS)
def _confirm(s: Scene, by: Any) -> None:
    referrals.confirm_outcome(referral=s.closed, by=by, now=clock.now())


@act("write what she can do and needs", TAKE_PART, TAKE_PART)
def _write_profile(s: Scene, by: Any) -> None:
    livelihood.profile(s.file, by)


@act("ask her about what a round proposed", at("holder", WORKERS), at("holder", tuple(Role)))
def _take_up(s: Scene, by: Any) -> None:
    rounds.take_up(result=s.result, case=s.file, by=by, now=clock.now())


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


@act("change her room", at("partner", (*WORKERS, Role.SPECIALIST)), PARTNERS)
def _change_room(s: Scene, by: Any) -> None:
    protection.change_room(stay=s.stay, unit="accessible", by=by, now=clock.now())


@act("complete the file of a stay", at("partner", (*WORKERS, Role.SPECIALIST)), PARTNERS)
def _complete(s: Scene, by: Any) -> None:
    protection.complete_stay(stay=s.stay, house_rules_read=True, by=by, now=clock.now())


@act(
    "write a safety plan",
    TAKE_PART - {(r, Role.VERIFIER.value) for r in ("holder", "partner", "police")},
    TAKE_PART,
)
def _plan(s: Scene, by: Any) -> None:
    words = {"signs": "…", "review_on": clock.today()}
    protection.write_plan(case=s.file, after=0, by=by, now=clock.now(), **words)


@act("set the places of a shelter", at("partner", (Role.LEAD,)), OFFICERS_ANYWHERE)
def _set_places(s: Scene, by: Any) -> None:
    places = {"women": 5, "mother_child": 1, "accessible": 1}
    protection.set_places(places=places, by=by, now=clock.now())


@act("keep a bed", at("partner", (*WORKERS, Role.SPECIALIST)), PARTNERS)
def _keep_bed(s: Scene, by: Any) -> None:
    protection.keep_bed(unit="women", hours=2, by=by, now=clock.now())


@act("count the night", at("partner", (*WORKERS, Role.SPECIALIST)), OFFICERS_ANYWHERE)
def _count_night(s: Scene, by: Any) -> None:
    protection.count_night(by=by, now=clock.now())


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


SUPPORTERS = TAKE_PART - {(r, Role.VERIFIER.value) for r in ("holder", "partner", "police")}


@act("write down how she lives", SUPPORTERS, TAKE_PART)
def _assess(s: Scene, by: Any) -> None:
    plans.assessed(s.file, by)


@act("mark how she lives as a mistake", at("holder", (Role.LEAD,)), HOLDERS)
def _take_assessment_back(s: Scene, by: Any) -> None:
    support.mark_assessment_mistaken(assessment=s.asked, by=by, now=clock.now())


@act("write down what she wants", at("holder", WORKERS), HOLDERS)
def _want(s: Scene, by: Any) -> None:
    plans.wanted(s.file, by)


@act("end what she wants", at("holder", WORKERS), HOLDERS)
def _end_goal(s: Scene, by: Any) -> None:
    support.end_goal(goal=s.goal, end="met", by=by, now=clock.now())


@act("put a step into the plan", at("holder", WORKERS), HOLDERS)
def _plan(s: Scene, by: Any) -> None:
    plans.planned(s.goal, s.yen.agency, by=by)


@act("say what came of a step", (HOLDERS | PARTNERS) & SUPPORTERS, HOLDERS | PARTNERS)
def _report(s: Scene, by: Any) -> None:
    support.report_step(step=s.step, outcome="done", told="…", by=by, now=clock.now())


@act("give a step to another agency", at("holder", WORKERS), HOLDERS)
def _change(s: Scene, by: Any) -> None:
    due, home = clock.today(), s.lan.agency
    support.change_step(step=s.step, agency=home, due_on=due, by=by, now=clock.now())


# To the database it is a change of the step, as what came of it is: a partner may change her own.
@act("drop a step", at("holder", WORKERS), HOLDERS | PARTNERS)
def _drop(s: Scene, by: Any) -> None:
    support.drop_step(step=s.step, by=by, now=clock.now())


@act("look at the plan again", at("holder", WORKERS), HOLDERS)
def _review(s: Scene, by: Any) -> None:
    day = clock.today() + timedelta(days=9)
    support.review_plan(case=s.file, next_on=day, by=by, now=clock.now())


@act("promise money of the partner's fund", at("partner", WORKERS), PARTNERS)
def _promise(s: Scene, by: Any) -> None:
    plans.promised(s.fund, s.file, 5, by=by)


@act("pay from a promise", at("partner", WORKERS), PARTNERS)
def _pay(s: Scene, by: Any) -> None:
    plans.paid(s.promise, 5, by=by)


@act("let a promise go", at("partner", WORKERS), PARTNERS)
def _let_go(s: Scene, by: Any) -> None:
    support.release_money(commitment=s.promise, key=uuid4(), by=by, now=clock.now())


@act("write down what comes into the partner's fund", at("partner", (Role.LEAD,)), PARTNERS)
def _receive(s: Scene, by: Any) -> None:
    plans.received(s.fund, 5, by=by)


@act("follow up", at("holder", (*WORKERS, Role.SPECIALIST)), HOLDERS)
def _follow_up(s: Scene, by: Any) -> None:
    reintegration.do_follow_up(
        follow_up=s.follow_up, how="phone", outcome="stable", by=by, now=clock.now()
    )


@act("propose that support ends", at("holder", WORKERS), HOLDERS)
def _propose_closing(s: Scene, by: Any) -> None:
    reintegration.propose_closing(case=s.file, reason="goals_met", by=by, now=clock.now())


@act("agree that support ends", at("holder", (Role.LEAD,)), HOLDERS)
def _agree_to_closing(s: Scene, by: Any) -> None:
    reintegration.agree_to_closing(closing=s.closing, by=by, now=clock.now())


@act("send back the end of support", at("holder", (Role.LEAD,)), HOLDERS)
def _return_closing(s: Scene, by: Any) -> None:
    reintegration.return_closing(closing=s.closing, why="visits", by=by, now=clock.now())


@act("take back the end of support", at("holder", WORKERS), HOLDERS)
def _drop_closing(s: Scene, by: Any) -> None:
    reintegration.drop_closing(closing=s.closing, by=by, now=clock.now())


@act("call off the visits", at("holder", WORKERS), HOLDERS)
def _call_off(s: Scene, by: Any) -> None:
    called_off = reintegration.cancel_follow_ups(case=s.file, by=by, now=clock.now())
    if not called_off:
        raise Refused("nothing was called off")


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


@act("bring a list", OFFICERS_ANYWHERE, EVERYWHERE)
def _bring(s: Scene, by: Any) -> None:
    linkage.bring(content=lists.sheet([]), by=by, now=clock.now())


@act("keep a list", HOLDERS, HOLDERS)
def _keep(s: Scene, by: Any) -> None:
    linkage.keep(source=s.brought, by=by)


@act("decide about a pair", HOLDERS, HOLDERS)
def _decide_pair(s: Scene, by: Any) -> None:
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
