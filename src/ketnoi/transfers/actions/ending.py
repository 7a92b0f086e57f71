"""How a transfer ends: received; or taken back, her yes taken back, its time over."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.agencies import actions as agencies
from ketnoi.cases import actions as cases
from ketnoi.cases import queries as files
from ketnoi.cases.terms import Basis
from ketnoi.conferences import actions as conferences
from ketnoi.conferences import queries as talks
from ketnoi.foundation import links
from ketnoi.foundation.action import Refused, action, note, together
from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.envelope import spoken
from ketnoi.foundation.guard.hiding import shut_out
from ketnoi.law import queries as law
from ketnoi.livelihood import actions as livelihood
from ketnoi.livelihood import queries as work
from ketnoi.osso import actions as osso
from ketnoi.osso import queries as appointments
from ketnoi.referrals import actions as referrals
from ketnoi.referrals import queries as requests
from ketnoi.referrals.terms import OPEN
from ketnoi.reintegration import actions as reintegration
from ketnoi.rounds import actions as rounds
from ketnoi.support import actions as support
from ketnoi.support import queries as plans
from ketnoi.transfers import access, queries, rules
from ketnoi.transfers.actions.moving import end, hold, move
from ketnoi.transfers.actions.sending import RECEIPT
from ketnoi.transfers.models import Transfer
from ketnoi.transfers.terms import State

if TYPE_CHECKING:
    from ketnoi.cases.models import Case


@together
def confirm_receipt(*, transfer: Transfer, typed: str, by: Any, now: datetime) -> bool:
    """The receiver told the code of receipt: the file is theirs, and is only read here.

    False for a code that is another one; that it was tried is kept.
    """
    case = files.case_by_code(by, transfer.case.code)
    if case is None or not queries.may_start(by, case):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới ghi được mã đã nhận."))
    if not _try_receipt(transfer=transfer, code=_read(typed), by=by, now=now):
        return False
    _finish(case, by=by, now=now)
    _record_receipt(transfer=transfer, case=case, by=by, now=now)
    cases.transfer_case(case=case, by=by, now=now)
    return True


@action
def take_back(*, transfer: Transfer, by: Any, now: datetime) -> Transfer:
    """The sender takes it back before it was received: the file goes on as before."""
    if not queries.may_start(by, transfer.case):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới thu hồi được."))
    end(transfer=transfer, after=State.TAKEN_BACK, by=by, now=now)
    note("transfer.taken_back", by=by, about=transfer)
    return transfer


@action
def withdraw_yes(*, transfer: Transfer, by: Any, now: datetime) -> Transfer:
    """She takes her yes back: at once, without reasons, whichever officer of the holder hears."""
    if not access.may_hear_her(member=by, transfer=transfer):
        raise Refused(_("Chỉ đơn vị phụ trách hồ sơ mới ghi được việc rút lại."))
    if transfer.basis != Basis.CONSENT:
        raise Refused(_("Việc chuyển này không dựa vào sự đồng ý. Hãy thu hồi nếu cần."))
    end(transfer=transfer, after=State.WITHDRAWN, by=by, now=now)
    note("transfer.withdrawn", by=by, about=transfer)
    return transfer


@together
def stop_transfer(*, case: "Case", by: Any, now: datetime, only_hers: bool = False) -> None:
    """The file ends, or (`only_hers`) every yes of hers does: what was under way stops too."""
    transfer = queries.open_in(case, by)
    if transfer is None or (only_hers and transfer.basis != Basis.CONSENT):
        return
    stop = withdraw_yes if transfer.basis == Basis.CONSENT else take_back
    stop(transfer=transfer, by=by, now=now)


@action
def lapse_transfer(*, transfer: Transfer, by: Any, now: datetime) -> Transfer:
    """Nobody said that it arrived: the file stays, and whoever began it hears of that."""
    is_over = rules.is_late(lapses_at=transfer.lapses_at, now=now)
    if not access.may_lapse(member=by) or not is_over:
        raise Refused("this transfer does not lapse")
    end(transfer=transfer, after=State.LAPSED, by=by, now=now)
    agencies.tell_with_substitute(
        member_id=transfer.started_by_id, but=shut_out(transfer.case_id).members
    )
    note("transfer.lapsed", by=by, about=transfer)
    return transfer


def _read(typed: str) -> str:
    try:
        return spoken.read(typed, RECEIPT)
    except spoken.Mistyped as wrong:
        raise Refused(
            _("Mã này gõ nhầm ở đâu đó. Hãy nghe lại từng nhóm, rồi nhập lại.")
        ) from wrong


@action
def _try_receipt(*, transfer: Transfer, code: str, by: Any, now: datetime) -> bool:
    """Whether this is the code of receipt of this very packet; too many others make it void."""
    fresh = hold(transfer=transfer)
    if not rules.may_follow(before=fresh.state, after=State.RECEIVED):
        raise Refused(_("Chưa có tệp nào đang chờ mã đã nhận. Hãy làm tệp trước."))
    if rules.is_late(lapses_at=fresh.lapses_at, now=now):
        raise Refused(_("Đã hết hạn chuyển. Hãy bắt đầu lại khi vẫn cần."))
    most = law.fact("transfer.wrong_receipts", on=now.astimezone(ZONE).date()).value or 0
    if fresh.wrong_receipts >= most:
        raise Refused(_("Đã sai mã nhiều lần. Hãy làm tệp mới, mã cũ không còn dùng được."))
    if links.is_code(fresh.pk, code, fresh.receipt_mark):
        note("transfer.receipt_told", by=by, about=transfer)
        return True
    fresh.wrong_receipts += 1
    fresh.save(update_fields=["wrong_receipts"])
    note("transfer.wrong_receipt", by=by, about=transfer, tried=fresh.wrong_receipts)
    return False


@action
def _record_receipt(*, transfer: Transfer, case: "Case", by: Any, now: datetime) -> None:
    """It arrived: everybody who took part in the file hears that something changed."""
    ended = {"ended_at": now, "ended_by_id": by.member_id, "packet": None}
    move(transfer=transfer, after=State.RECEIVED, by=by, now=now, **ended)
    kept_out = shut_out(case.pk).members
    for door in files.doors_of(case):
        agencies.tell_later(agency_id=door.agency_id, but=kept_out)
    agencies.tell_with_substitute(member_id=case.keeper_id, but=kept_out)
    note("transfer.received", by=by, about=transfer)


def _finish(case: "Case", *, by: Any, now: datetime) -> None:
    """What others were asked, what was proposed and planned for her here, comes to its end."""
    _stop_asking(case, by=by, now=now)
    for placement in work.placements_of(files.within(case), by):
        if placement.is_open:
            livelihood.stop_placement(placement=placement, by=by, now=now)
    rounds.stop_results(case=case, by=by, now=now)
    reintegration.cancel_follow_ups(case=case, by=by, now=now)
    if talks.something_is_open(case, by):
        conferences.end_talks(case=case, by=by, now=now)
    if plans.something_is_open(case, by):
        support.end_plan(case=case, by=by, now=now)
    if appointments.open_appointments(case, by).exists():
        osso.end_one_stop(case=case, by=by, now=now)


def _stop_asking(case: "Case", *, by: Any, now: datetime) -> None:
    for referral in requests.referrals_of(case, by):
        if referral.state not in OPEN:
            continue
        if requests.living_link(referral, by):
            referrals.recall_link(referral=referral, by=by, now=now)
        referrals.recall_referral(referral=referral, by=by, now=now)
