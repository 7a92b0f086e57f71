"""Opening, describing, handing over, closing a file; showing a sealed value of the person."""

import secrets
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ketnoi.cases import access, rules
from ketnoi.cases.actions.doors import close_doors
from ketnoi.cases.actions.keeping_out import refuse_member
from ketnoi.cases.actions.tasks import ask, settle_all
from ketnoi.cases.models import Case, CaseState, Charge
from ketnoi.cases.terms import Status, Step, TaskKind
from ketnoi.foundation.action import Changed, Refused, action, note, part
from ketnoi.foundation.clock import ZONE
from ketnoi.law import queries as law

if TYPE_CHECKING:
    from ketnoi.agencies.models import Member
    from ketnoi.people.models import Person, Tie

TRIES, SHORT = 6, 4


@action
def open_case(
    *,
    person: "Person",
    channel: str,
    reasons: list[str],
    needs: list[str],
    risk: str,
    commune: Any,
    by: Any,
    now: datetime,
) -> Case:
    """Begin a file for a person; whoever begins it is responsible until somebody takes over."""
    if not access.may_receive(member=by):
        raise Refused(_("Vai của bạn không tiếp nhận hồ sơ."))
    case = Case(
        person=person,
        key=person.key,
        holder_id=by.agency_id,
        keeper=by,
        channel=channel,
        reasons=reasons,
        needs=needs,
        risk=risk,
        commune=commune,
        received_at=now,
        received_by=by,
    )
    _save_with_fresh_code(case, now)
    Charge(case=case, holder_id=case.holder_id, member=by, since=now, by=by).save()
    _stand(case, Status.RECEIVED, by=by, now=now)
    ask(
        case=case,
        kind=TaskKind.ASK_CONSENT,
        step=Step.CONSENT,
        agency_id=case.holder_id,
        asker_id=case.holder_id,
        member_id=by.pk,
        due_at=law.due(code="case.ask_consent", start=now),
        now=now,
        page="cases:consents",
        subject="",
    )
    note("case.opened", by=by, about=case, channel=channel, risk=risk, needs=needs)
    return case


@action
def describe_case(*, case: Case, version: int, by: Any, now: datetime, **facts: Any) -> Case:
    """Change reasons, needs, risk or commune; refused when somebody else was faster."""
    if not access.may_work(member=by, case=case):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới sửa được mục này."))
    fresh = Case.objects.select_for_update().get(pk=case.pk)
    if fresh.version != version:
        raise Changed(fresh)
    for name, value in facts.items():
        setattr(fresh, name, value)
    fresh.version += 1
    fresh.save(update_fields=[*facts, "version"])
    note("case.described", by=by, about=fresh, fields=sorted(facts), risk=fresh.risk)
    return fresh


@action
def hand_over(*, case: Case, to: "Member", by: Any, now: datetime) -> Charge:
    """Another officer of the same agency becomes responsible (or takes the file over herself)."""
    takes = to.pk == by.pk and access.may_take_over(member=by, case=case)
    if not (takes or access.may_hand_over(member=by, case=case)):
        raise Refused(_("Bạn không chuyển được việc phụ trách hồ sơ này."))
    if to.agency_id != case.holder_id or to.role not in access.WORKS:
        raise Refused(_("Người nhận phải là cán bộ hồ sơ của đơn vị bạn."))
    refuse_member(case_id=case.pk, member_id=to.pk, name=to.name)
    case.keeper = to
    case.save(update_fields=["keeper"])
    charge = Charge(case=case, holder_id=case.holder_id, member=to, since=now, by=by)
    charge.save()
    note("case.handed_over", by=by, about=charge, to=to.pk)
    return charge


@part
def begin_support(*, case: Case, by: Any, now: datetime) -> None:
    """Something is being done for her: a file only received is active from now on.

    Nothing happens at an agency that takes part and does not hold the file.
    """
    if case.status == Status.RECEIVED and case.holder_id == by.agency_id:
        _stand(case, Status.ACTIVE, by=by, now=now)


@action
def move_case(*, case: Case, status: str, by: Any, now: datetime) -> CaseState:
    """The file goes on: support begins, or she is followed from afar."""
    if not access.may_work(member=by, case=case):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới làm được việc này."))
    state = _stand(case, status, by=by, now=now)
    note("case.moved", by=by, about=state, shared=True, status=status)
    return state


@action
def close_case(*, case: Case, reason: str, by: Any, now: datetime) -> CaseState:
    """Support ends: nothing waits, no door stays open; the file can be opened again."""
    if not access.may_close(member=by, case=case):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới kết thúc được."))
    state = _stand(case, Status.CLOSED, by=by, now=now, reason=reason)
    settle_all(case_id=case.pk, by=by, now=now)
    close_doors(case=case, by=by, now=now)
    note("case.closed", by=by, about=state, shared=True, reason=reason)
    return state


@action
def transfer_case(*, case: Case, by: Any, now: datetime) -> CaseState:
    """Another office answers for her now: nothing waits here, no door stays open, it is read."""
    if not access.may_close(member=by, case=case):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới làm được việc này."))
    settle_all(case_id=case.pk, by=by, now=now)
    close_doors(case=case, by=by, now=now)
    state = _stand(case, Status.TRANSFERRED, by=by, now=now)
    note("case.transferred", by=by, about=state, shared=True)
    return state


@action
def reopen_case(*, case: Case, by: Any, now: datetime) -> CaseState:
    """Support begins again."""
    if not access.may_close(member=by, case=case):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới mở lại được."))
    state = _stand(case, Status.ACTIVE, by=by, now=now)
    ask(
        case=case,
        kind=TaskKind.NEXT_STEP,
        step=Step.SUPPORT,
        agency_id=case.holder_id,
        asker_id=case.holder_id,
        member_id=by.pk,
        due_at=law.due(code="case.next_step", start=now),
        now=now,
        page="pathway:case",
        subject=case.code,
    )
    note("case.reopened", by=by, about=state, shared=True)
    return state


@action
def mark_case_mistaken(*, case: Case, by: Any, now: datetime) -> CaseState:
    """The file was begun by mistake (ghi nhầm); it is kept, out of the lists."""
    if not access.may_close(member=by, case=case):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới đánh dấu ghi nhầm được."))
    state = _stand(case, Status.ENTERED_IN_ERROR, by=by, now=now)
    settle_all(case_id=case.pk, by=by, now=now)
    close_doors(case=case, by=by, now=now)
    note("case.mistaken", by=by, about=state)
    return state


@action
def reveal(*, case: Case, what: str, reason: str, by: Any, of: "Tie | None" = None) -> None:
    """Somebody needs to see a sealed value of the person, or of a relative of hers; the line says
    which and why."""
    if not access.may_reveal(member=by, case=case):
        raise Refused(_("Bạn không xem được mục này."))
    whose: dict[str, Any] = {"relative": of.pk} if of else {}
    note("person.revealed", by=by, about=case, what=what, reason=reason, **whose)


def _save_with_fresh_code(case: Case, now: datetime) -> None:
    year = now.astimezone(ZONE).year
    for tries in range(TRIES):
        letters = "".join(secrets.choice(rules.ALPHABET) for _ in range(SHORT + tries // 2))
        case.code = rules.code(year=year, letters=letters)
        try:
            with transaction.atomic():
                return case.save(force_insert=True)
        except IntegrityError:
            continue
    raise RuntimeError("no free file code")


def _stand(case: Case, status: str, *, by: Any, now: datetime, reason: str = "") -> CaseState:
    if case.status != status or status != Status.RECEIVED:
        # Locked: a file that is merged at this moment must not come to stand anywhere else.
        stands = Case.objects.select_for_update().values_list("status", flat=True).get(pk=case.pk)
        before = stands if stands == Status.MERGED else case.status
        if not rules.may_follow(before=before, after=status):
            raise Refused(_("Hồ sơ đang ở bước khác nên chưa làm được việc này."))
        case.status = status
        case.save(update_fields=["status"])
    state = CaseState(
        case=case, holder_id=case.holder_id, status=status, reason=reason, at=now, by=by
    )
    state.save(force_insert=True)
    return state
