"""What a program does with a request, in words of FHIR: one step, by the actions of the loop."""

from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.api import queries
from ketnoi.foundation.action import Refused, together
from ketnoi.pathway import actions as pathway
from ketnoi.referrals import actions as referrals
from ketnoi.referrals.terms import Decline, Outcome, State

REACHED, NOT_REACHED = "completed", "failed"
LONGEST = timedelta(days=366)


@together
def answer(
    *,
    referral: Any,
    status: str,
    reason: str,
    outcome: str,
    until: datetime | None,
    by: Any,
    now: datetime,
) -> None:
    """Bring a referral to where a FHIR Task says it stands. Said twice, it is done once.

    reason: why it is rejected (Decline). outcome: how it ended (Outcome), fitting its status.
    until: when something on hold is looked at again.
    """
    if status == queries.task(by, referral)["status"]:
        return
    about = {"referral": referral, "by": by, "now": now}
    if status == "accepted":
        pathway.accept(**about)
    elif status == "rejected":
        referrals.decline_referral(reason=_one_of(Decline, reason), **about)
    elif status == "in-progress" and referral.state == State.CLOSED:
        referrals.reopen_referral(**about)
    elif status == "in-progress":
        referrals.begin_service(**about)
    elif status == "on-hold":
        referrals.put_on_hold(review_at=_later(until, now), **about)
    elif status in {REACHED, NOT_REACHED}:
        referrals.close_referral(outcome=_fitting(status, outcome), **about)
    else:
        raise Refused(_("Không đặt được trạng thái này qua chương trình."))


def _one_of(words: Any, code: str) -> str:
    if code not in words.values:
        raise Refused(
            _("Cần một mã trong danh sách: {codes}.").format(codes=", ".join(words.values))
        )
    return code


def _fitting(status: str, outcome: str) -> str:
    """An outcome that was reached is no failure, and the other way round."""
    reached = _one_of(Outcome, outcome) in {Outcome.MET, Outcome.PARTLY}
    if reached != (status == REACHED):
        raise Refused(_("Kết quả và trạng thái chưa khớp nhau."))
    return outcome


def _later(until: datetime | None, now: datetime) -> datetime:
    if until is None or not now < until <= now + LONGEST:
        raise Refused(_("Cần thời điểm xem lại, sau lúc này."))
    return until
