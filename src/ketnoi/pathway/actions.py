"""Steps that cross domains: each calls the actions of the domains it crosses, all or none."""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.agencies.terms import Purpose
from ketnoi.cases import actions as cases
from ketnoi.cases import queries as files
from ketnoi.cases.terms import Basis, Status
from ketnoi.conferences import actions as conferences
from ketnoi.conferences import queries as talks
from ketnoi.foundation.action import Refused, together
from ketnoi.foundation.actor import System
from ketnoi.foundation.clock import ZONE
from ketnoi.identification import actions as identification
from ketnoi.identification import queries as decisions
from ketnoi.law import queries as law
from ketnoi.livelihood import actions as livelihood
from ketnoi.livelihood import queries as work
from ketnoi.referrals import actions as referrals
from ketnoi.referrals import queries as requests
from ketnoi.referrals.terms import State
from ketnoi.reintegration import actions as reintegration
from ketnoi.reintegration import queries as lives
from ketnoi.transfers import actions as transfers

if TYPE_CHECKING:
    from ketnoi.cases.models import Case, Consent
    from ketnoi.directory.models import Service
    from ketnoi.livelihood.models import Opportunity, Placement
    from ketnoi.referrals.models import Referral
    from ketnoi.reintegration.models import Closing

__all__ = [
    "Refused",
    "accept",
    "agree_to_close",
    "ask_several",
    "close",
    "end_support",
    "follow",
    "mark_mistaken",
    "propose",
    "recall",
    "redirect",
    "return_unanswered",
    "stop_sharing",
    "withdraw",
]


@together
def accept(*, referral: "Referral", by: Any, now: datetime) -> "Referral":
    """Say yes to a request; for verification, the legal deadline begins to run."""
    referrals.accept_referral(referral=referral, by=by, now=now)
    if referral.purpose == Purpose.IDENTIFICATION:
        case = files.case_by_code(by, referral.code)
        if case and decisions.may_be_asked(case, by, on=now.astimezone(ZONE).date()):
            identification.await_decision(case=case, by=by, now=now)
    return referral


@together
def withdraw(*, consent: "Consent", by: Any, now: datetime) -> "Consent":
    """She takes her yes back: every request that stands on it ends, and its packet is closed.

    What she agreed to later for the same agency and purpose goes with it.
    """
    for each in (consent, *files.others_like(consent)):
        # Her yes first: who is about to rest something on it waits, and then finds it gone.
        cases.withdraw_consent(consent=each, by=by, now=now)
        for referral in requests.running_on(each.pk, by):
            referrals.stop_for_consent(referral=referral, by=by, now=now)
    if consent.purpose == Purpose.LIVELIHOOD:
        _stop_placements(consent.case_id, consent.recipient_id, by=by, now=now)
    conferences.bring_back(case=consent.case, by=by, now=now)
    return consent


@together
def stop_sharing(*, case: "Case", by: Any, now: datetime) -> None:
    """She wants nothing of this file told any more: every yes of hers ends, with all it opened."""
    # Taking one back takes others with it: what still stands is read again each time.
    while standing := [c for c in files.consents_of(case) if c.holds(now)]:
        withdraw(consent=standing[0], by=by, now=now)
    transfers.stop_transfer(case=case, only_hers=True, by=by, now=now)


@together
def recall(*, referral: "Referral", by: Any, now: datetime) -> "Referral":
    """A request is taken back, with what was proposed on the ground of it."""
    referrals.recall_referral(referral=referral, by=by, now=now)
    if referral.purpose == Purpose.LIVELIHOOD:
        _stop_placements(referral.case_id, referral.to_agency_id, by=by, now=now)
    if case := files.case_of(by, referral.case_id):
        conferences.bring_back(case=case, by=by, now=now)
    return referral


@together
def redirect(
    *,
    referral: "Referral",
    service: "Service",
    message: str,
    basis_reason: str,
    by: Any,
    now: datetime,
) -> "Referral":
    """Ask another service for the same, in one step; she is asked nothing again.

    Need, urgency and what is shared stay as they were. Refused, with nothing changed, where her
    yes does not cover that service.
    """
    case = files.case_by_code(by, referral.code)
    if case is None:
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới chuyển gửi được."))
    if referral.state == State.SENT:
        recall(referral=referral, by=by, now=now)
    again = referrals.draft_referral(
        case=case,
        service=service,
        purpose=referral.purpose,
        urgency=referral.urgency,
        packs=referral.packs,
        basis=referral.basis,
        message=message,
        basis_reason=basis_reason,
        by=by,
        now=now,
        instead_of=referral,
    )
    return referrals.send_referral(referral=again, by=by, now=now)


@together
def ask_several(
    *,
    case: "Case",
    services: dict[str, "Service"],
    urgency: str,
    packs: list[str],
    message: str,
    by: Any,
    now: datetime,
) -> list["Referral"]:
    """What she needs is asked of several agencies after one talk with her: of all, or of none.

    services: for each need (a purpose), who is asked. Each rests on her yes for that agency.
    """
    if not services:
        raise Refused(_("Hãy chọn ít nhất một nơi."))
    told = {"urgency": urgency, "packs": packs, "message": message, "by": by, "now": now}
    drafts = [
        referrals.draft_referral(
            case=case, service=to, purpose=need, basis=Basis.CONSENT, basis_reason="", **told
        )
        for need, to in services.items()
    ]
    return [referrals.send_referral(referral=draft, by=by, now=now) for draft in drafts]


@together
def mark_mistaken(*, case: "Case", by: Any, now: datetime) -> None:
    """The file was begun by mistake: nobody else reads it or works on it any more."""
    if requests.open_of(case, by):
        raise Refused(_("Còn chuyển gửi đang mở. Hãy thu hồi trước, rồi đánh dấu ghi nhầm."))
    _end_talks(case, by=by, now=now)
    _stop_placements(case.pk, None, by=by, now=now)
    transfers.stop_transfer(case=case, by=by, now=now)
    cases.mark_case_mistaken(case=case, by=by, now=now)


def _stop_placements(case_id: UUID, agency_id: UUID | None, *, by: Any, now: datetime) -> None:
    for placement in work.placements_of([case_id], by):
        if placement.is_open and agency_id in {None, placement.agency_id}:
            livelihood.stop_placement(placement=placement, by=by, now=now)


@together
def end_support(*, case: "Case", reason: str, by: Any, now: datetime) -> "Closing | None":
    """Support can end: another lead of the agency looks at it first; where there is none, it ends.

    Gives what waits for that lead, or nothing when the file is closed.
    """
    _refuse_while_others_help(case, by)
    if lives.may_be_agreed_to(by):
        return reintegration.propose_closing(case=case, reason=reason, by=by, now=now)
    close(case=case, reason=reason, by=by, now=now)
    return None


@together
def agree_to_close(*, closing: "Closing", by: Any, now: datetime) -> None:
    """A second person stands for it: support ends."""
    reintegration.agree_to_closing(closing=closing, by=by, now=now)
    close(case=closing.case, reason=closing.reason, by=by, now=now)


@together
def close(*, case: "Case", reason: str, by: Any, now: datetime) -> None:
    """Support ends; visits that were still to come are called off.

    Refused while another agency is still asked or helping: nobody is lost between two desks.
    """
    _refuse_while_others_help(case, by)
    if closing := lives.closing_of(case, by):
        reintegration.drop_closing(closing=closing, by=by, now=now)
    _end_talks(case, by=by, now=now)
    reintegration.cancel_follow_ups(case=case, by=by, now=now)
    transfers.stop_transfer(case=case, by=by, now=now)
    cases.close_case(case=case, reason=reason, by=by, now=now)


def _refuse_while_others_help(case: "Case", by: Any) -> None:
    if requests.open_of(case, by):
        raise Refused(_("Còn chuyển gửi đang mở. Hãy thu hồi, hoặc chờ nơi nhận báo kết quả."))


def _end_talks(case: "Case", *, by: Any, now: datetime) -> None:
    """What the holder gave itself ends with the file; what others were asked for does not."""
    if talks.is_shared_now(case, by):
        raise Refused(
            _("Nơi khác còn việc được giao hoặc cuộc họp chưa xong. Hãy chờ, hoặc thu lại.")
        )
    if talks.something_is_open(case, by):
        conferences.end_talks(case=case, by=by, now=now)


@together
def follow(*, case: "Case", by: Any, now: datetime) -> None:
    """She lives her own life again: the file is followed at 1, 3, 6 and 12 months."""
    cases.move_case(case=case, status=Status.FOLLOWING, by=by, now=now)
    reintegration.plan_follow_ups(case=case, start=now, by=by, now=now)


@together
def propose(
    *, referral: "Referral", opportunity: "Opportunity", by: Any, now: datetime
) -> "Placement":
    """The job centre has found something for her; she is asked first."""
    if referral.purpose != Purpose.LIVELIHOOD or not requests.is_worked_on(referral, by):
        raise Refused(_("Chuyển gửi này không còn mở để đề xuất cơ hội."))
    place = cases.Place(referral.case_id, referral.holder_id, referral.code)
    return livelihood.propose_placement(place=place, opportunity=opportunity, by=by, now=now)


@together
def return_unanswered(*, by: System, now: datetime) -> int:
    """Requests that nobody answered go back to the agency that asked; none before it was due."""
    late = [
        r
        for r in requests.overdue(by)
        if r.sent_at and law.due(code="referral.expires", start=r.sent_at) <= now
    ]
    due = files.due_by_subject(by, [str(r.pk) for r in late])
    late = [r for r in late if due.get(str(r.pk), now) <= now]
    for referral in late:
        referrals.expire_referral(referral=referral, by=by, now=now)
    return len(late)
