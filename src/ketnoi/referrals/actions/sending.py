"""What the asking agency does: draft, send, recall, confirm, reopen, stop."""

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.agencies import queries as agencies
from ketnoi.cases import actions as doors
from ketnoi.cases import queries as cases
from ketnoi.cases.terms import OPENS_NO_FILE, Basis
from ketnoi.foundation.action import Refused, action, note
from ketnoi.people import actions as people
from ketnoi.referrals import access
from ketnoi.referrals.actions.moving import hold, move, wait, write
from ketnoi.referrals.models import Referral
from ketnoi.referrals.queries import packet
from ketnoi.referrals.terms import NOTHING_CAME, OPEN, State

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.directory.models import Service


@action
def draft_referral(
    *,
    case: "Case",
    service: "Service",
    purpose: str,
    urgency: str,
    packs: list[str],
    basis: str,
    message: str,
    basis_reason: str,
    by: Any,
    now: datetime,
    instead_of: Referral | None = None,
) -> Referral:
    """Prepare a request to another agency, to be looked at once more before it goes."""
    if not cases.may_refer(by, case):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới chuyển gửi được."))
    if service.agency_id == by.agency_id:
        raise Refused(_("Dịch vụ này là của đơn vị bạn. Hãy chọn một nơi khác."))
    if basis != Basis.CONSENT and purpose in OPENS_NO_FILE:
        raise Refused(_("Với nhu cầu này chỉ chia sẻ khi người được hỗ trợ đồng ý."))
    if basis != Basis.CONSENT and not basis_reason:
        raise Refused(_("Hãy ghi lý do khi chia sẻ mà chưa có sự đồng ý."))
    doors.refuse_agencies(case_id=case.pk, agency_ids=[service.agency_id])
    _refuse_without_agreement(by.agency_id, service.agency_id, purpose, basis, now)
    if instead_of is not None:
        _take_the_place_of(instead_of, service, by=by, now=now)
    key = people.make_key()
    referral = Referral(
        case=case,
        holder_id=case.holder_id,
        code=case.code,
        purpose=purpose,
        service=service,
        from_agency_id=by.agency_id,
        to_agency_id=service.agency_id,
        urgency=urgency,
        basis=basis,
        packs=packs,
        key=key,
        message=message,
        basis_reason=basis_reason,
        state_at=now,
        made_at=now,
        made_by=by,
        instead_of=instead_of,
    )
    doors.seal_apart(record=referral, case=case, key=key, to=[by.agency_id])
    referral.save(force_insert=True)
    write(referral=referral, by=by, now=now)
    wait(referral=referral, by=by, now=now)
    note("referral.drafted", by=by, about=referral, purpose=purpose, to=service.agency_id)
    return referral


@action
def send_referral(*, referral: Referral, by: Any, now: datetime) -> Referral:
    """Ask the other agency: what she agreed to is frozen, sealed, and put into its queue."""
    case = cases.case_by_code(by, referral.code)
    if case is None or not access.is_sender(member=by, referral=referral):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới chuyển gửi được."))
    doors.refuse_agencies(case_id=case.pk, agency_ids=[referral.to_agency_id])
    between = (referral.from_agency_id, referral.to_agency_id)
    _refuse_without_agreement(*between, referral.purpose, referral.basis, now)
    hold(referral=referral, after=State.SENT, by=by)
    referral.consent = _ground(referral, case, now)
    referral.packet = json.dumps(packet.of(case=case, referral=referral, member=by))
    referral.is_sent, referral.sent_at = True, now
    doors.tell_apart(record=referral, case=case, key=referral.key, to=[referral.to_agency_id])
    if referral.purpose not in OPENS_NO_FILE:
        referral.door = doors.prepare_door(
            case=case,
            agency_id=referral.to_agency_id,
            basis=referral.basis,
            consent=referral.consent,
            until=referral.consent.ends_at if referral.consent else None,
            now=now,
        )
    referral.save(update_fields=["consent", "packet", "is_sent", "sent_at", "door"])
    move(referral=referral, after=State.SENT, by=by, now=now)
    doors.begin_support(case=case, by=by, now=now)
    note(
        "referral.sent",
        by=by,
        about=referral,
        shared=True,
        purpose=referral.purpose,
        to=referral.to_agency_id,
        packs=referral.packs,
        basis=referral.basis,
    )
    return referral


@action
def recall_referral(*, referral: Referral, by: Any, now: datetime) -> Referral:
    """The asking agency takes its request back; what was told is closed at once."""
    _shut(referral, State.RECALLED, by=by, now=now)
    note("referral.recalled", by=by, about=referral, shared=referral.is_sent)
    return referral


@action
def stop_for_consent(*, referral: Referral, by: Any, now: datetime) -> Referral:
    """She took her yes back: the request ends, and its packet can no longer be read."""
    _shut(referral, State.CONSENT_WITHDRAWN, by=by, now=now)
    note("referral.consent_withdrawn", by=by, about=referral, shared=True)
    return referral


@action
def confirm_outcome(*, referral: Referral, by: Any, now: datetime) -> Referral:
    """The asking agency has heard how it ended and agrees; the door that was opened closes."""
    if referral.state != State.CLOSED or not access.is_sender(member=by, referral=referral):
        raise Refused(_("Chỉ nơi gửi mới xác nhận được, sau khi nơi nhận báo kết quả."))
    waiting = doors.settle(
        case_id=referral.case_id,
        kind="confirm_outcome",
        subject=str(referral.pk),
        by=by,
        now=now,
    )
    if waiting is None:
        raise Refused(_("Kết quả này đã được xác nhận."))
    if referral.door_id:
        doors.close_doors(door_id=referral.door_id, by=by, now=now)
    _keep_going(referral, by=by, now=now)
    note("referral.confirmed", by=by, about=referral, shared=True)
    return referral


@action
def reopen_referral(*, referral: Referral, by: Any, now: datetime) -> Referral:
    """The asking agency does not agree that it has ended: the service goes on."""
    if not cases.due_by_subject(by, [str(referral.pk)]):
        raise Refused(_("Kết quả này đã được xác nhận. Hãy gửi một chuyển gửi mới."))
    move(referral=referral, after=State.IN_SERVICE, by=by, now=now)
    note("referral.reopened", by=by, about=referral, shared=True)
    return referral


def _refuse_without_agreement(
    asks: UUID, asked: UUID, purpose: str, basis: str, now: datetime
) -> None:
    """Agencies ask each other as they agreed; a legal duty and a life in danger wait for none."""
    if basis == Basis.CONSENT and not agencies.agreed(
        asks=asks, asked=asked, purpose=purpose, now=now
    ):
        raise Refused(
            _(
                "Hai đơn vị chưa ký thỏa thuận phối hợp cho nhu cầu này. Mở trang Thỏa thuận phối"
                " hợp để xem cách có một thỏa thuận."
            )
        )


def _take_the_place_of(before: Referral, service: "Service", *, by: Any, now: datetime) -> None:
    """A request that came to nothing is followed by one other at a time, elsewhere."""
    fresh = Referral.objects.select_for_update(of=("self",)).get(pk=before.pk)
    if fresh.state not in NOTHING_CAME:
        raise Refused(_("Chuyển gửi này đã sang bước khác. Hãy mở lại trang để xem."))
    if fresh.to_agency_id == service.agency_id:
        raise Refused(_("Hãy chọn một nơi khác với nơi đã hỏi."))
    if Referral.objects.filter(instead_of=before, state__in=OPEN).exists():
        raise Refused(_("Chuyển gửi này đã được chuyển sang nơi khác. Hãy mở lại trang để xem."))
    doors.settle(
        case_id=before.case_id, kind="refer_elsewhere", subject=str(before.pk), by=by, now=now
    )


def _ground(referral: Referral, case: "Case", now: datetime) -> Any:
    """The consent that covers this request. Refused when nothing does."""
    if referral.basis != Basis.CONSENT:
        return None
    consent = cases.consent_for(
        case, purpose=referral.purpose, agency_id=referral.to_agency_id, now=now
    )
    if consent is None or not doors.keep_consent(consent=consent, now=now):
        raise Refused(_("Chưa có sự đồng ý cho nơi này. Hãy hỏi ý kiến trước khi gửi."))
    if not set(referral.packs) <= set(consent.packs):
        raise Refused(_("Có phần thông tin chưa được đồng ý chia sẻ. Hãy bỏ bớt hoặc hỏi thêm."))
    return consent


def _shut(referral: Referral, after: str, *, by: Any, now: datetime) -> None:
    move(referral=referral, after=after, by=by, now=now)
    people.destroy_key(key_id=referral.key_id)
    if referral.door_id:
        doors.close_doors(door_id=referral.door_id, by=by, now=now)
    _keep_going(referral, by=by, now=now)


def _keep_going(referral: Referral, *, by: Any, now: datetime) -> None:
    place = doors.Place(referral.case_id, referral.holder_id, referral.code)
    doors.keep_going(place=place, by=by, now=now)
