"""Steps that cross domains at the end: support ends, or the file was begun by mistake."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.conferences import actions as conferences
from ketnoi.conferences import queries as talks
from ketnoi.foundation.action import Refused, together
from ketnoi.osso import actions as osso
from ketnoi.osso import queries as wishes
from ketnoi.pathway.actions.crossing import stop_placements
from ketnoi.referrals import queries as requests
from ketnoi.reintegration import actions as reintegration
from ketnoi.reintegration import queries as lives
from ketnoi.rounds import actions as rounds
from ketnoi.support import actions as support
from ketnoi.support import queries as plans
from ketnoi.transfers import actions as transfers

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.reintegration.models import Closing


@together
def mark_mistaken(*, case: "Case", by: Any, now: datetime) -> None:
    """The file was begun by mistake: nobody else reads it or works on it any more."""
    if requests.open_of(case, by):
        raise Refused(_("Còn chuyển gửi đang mở. Hãy thu hồi trước, rồi đánh dấu ghi nhầm."))
    _end_talks(case, by=by, now=now)
    _end_appointments(case, by=by, now=now)
    stop_placements(case_id=case.pk, agency_id=None, by=by, now=now)
    rounds.stop_results(case=case, by=by, now=now)
    transfers.stop_transfer(case=case, by=by, now=now)
    cases.mark_case_mistaken(case=case, by=by, now=now)


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
    _end_appointments(case, by=by, now=now)
    reintegration.cancel_follow_ups(case=case, by=by, now=now)
    rounds.stop_results(case=case, by=by, now=now)
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
    if plans.something_is_open(case, by):
        support.end_plan(case=case, by=by, now=now)


def _end_appointments(case: "Case", *, by: Any, now: datetime) -> None:
    if wishes.open_appointments(case, by).exists():
        osso.end_one_stop(case=case, by=by, now=now)
