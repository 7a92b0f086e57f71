"""One step of a transfer: the state, and what waits next."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.cases.terms import Step, TaskKind
from ketnoi.foundation.action import Refused, part
from ketnoi.transfers import rules
from ketnoi.transfers.models import Transfer

PAGE = "transfers:transfer"


@part
def move(*, transfer: Transfer, after: str, by: Any, now: datetime, **facts: Any) -> Transfer:
    """Bring the transfer to a state; refused when somebody else was a moment faster."""
    refuse_step(transfer=transfer, after=after)
    for name, value in {**facts, "state": after}.items():
        setattr(transfer, name, value)
    transfer.save(update_fields=[*facts, "state"])
    return transfer


@part
def refuse_step(*, transfer: Transfer, after: str) -> None:
    """Refused where the transfer stands elsewhere by now; else it waits for this step alone."""
    if not rules.may_follow(before=hold(transfer=transfer).state, after=after):
        raise Refused(_("Việc chuyển hồ sơ này đã sang bước khác. Hãy mở lại trang để xem."))


@part
def hold(*, transfer: Transfer) -> Transfer:
    """The transfer as it stands now; nobody else moves it until this step is done."""
    return Transfer.objects.select_for_update(of=("self",)).defer("packet").get(pk=transfer.pk)


@part
def end(*, transfer: Transfer, after: str, by: Any, now: datetime, **facts: Any) -> Transfer:
    """Nothing comes of it: its packet opens no more here, and the file goes on as before."""
    ended = {"ended_at": now, "ended_by_id": by.member_id, "packet": None, **facts}
    move(transfer=transfer, after=after, by=by, now=now, **ended)
    settle(transfer=transfer, by=by, now=now)
    place = cases.Place(transfer.case_id, transfer.holder_id, transfer.case.code)
    cases.keep_going(place=place, by=by, now=now)
    return transfer


@part
def settle(*, transfer: Transfer, by: Any, now: datetime) -> None:
    """What waited for this transfer waits no more."""
    for kind in (TaskKind.APPROVE_TRANSFER, TaskKind.AWAIT_RECEIPT):
        cases.settle(
            case_id=transfer.case_id, kind=kind, subject=transfer.case.code, by=by, now=now
        )


@part
def wait(*, transfer: Transfer, kind: str, due_at: datetime, now: datetime, **who: Any) -> None:
    """Put what waits next on the desk of the agency, or of one of its officers."""
    cases.ask(
        case=transfer.case,
        kind=kind,
        step=Step.SUPPORT,
        agency_id=transfer.holder_id,
        asker_id=transfer.holder_id,
        due_at=due_at,
        now=now,
        page=PAGE,
        subject=transfer.case.code,
        **who,
    )
