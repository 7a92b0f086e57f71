"""The sender: what is to go, who stands for it, and the packet itself."""

import secrets
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ketnoi.agencies import actions as agencies
from ketnoi.cases import queries as files
from ketnoi.cases.terms import GOES_ON, AttachmentKind, Basis, Given, Pack, TaskKind
from ketnoi.foundation import links
from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.envelope import carried, spoken
from ketnoi.foundation.guard.hiding import shut_out
from ketnoi.law import queries as law
from ketnoi.people import queries as people
from ketnoi.transfers import access, queries, rules
from ketnoi.transfers.actions.moving import end, move, refuse_step, settle, wait
from ketnoi.transfers.models import Transfer
from ketnoi.transfers.terms import NEEDS, State

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.people.models import Representative
    from ketnoi.places.models import Province

CODE, RECEIPT = 16, 9
"""How many letters the two codes have: 69 bits and 34, with two letters each that check."""


@action
def start_transfer(
    *,
    case: "Case",
    province: "Province",
    office: str,
    reason: str,
    along: rules.Along,
    ground: rules.Ground,
    by: Any,
    now: datetime,
) -> Transfer:
    """An office in another province is to answer for her: by her yes, a law, or danger."""
    if not queries.may_start(by, case):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới chuyển hồ sơ đi được."))
    _refuse_what_cannot_go(case, by)
    _refuse_what_was_not_chosen(case, along, by=by)
    _refuse_without_ground(case, ground, by=by, now=now)
    started = Transfer(
        case=case,
        holder_id=case.holder_id,
        province=province,
        office=office,
        reason=reason,
        started_at=now,
        started_by=by,
        **vars(along),
        **_kept(ground),
    )
    _save_the_only_one(started)
    due = law.due(code="transfer.approve", start=now)
    wait(transfer=started, kind=TaskKind.APPROVE_TRANSFER, due_at=due, now=now)
    agencies.tell_later(agency_id=case.holder_id, but=shut_out(case.pk).members | {by.pk})
    note(
        "transfer.started",
        by=by,
        about=started,
        basis=ground.basis,
        packs=along.packs,
        reason=reason,
    )
    return started


@action
def approve_transfer(*, transfer: Transfer, by: Any, now: datetime) -> Transfer:
    """A second person stands for it: from now on its time runs."""
    _refuse_who_may_not_decide(transfer, by)
    lapses = law.due(code="transfer.lapse", start=now)
    decided = {"decided_at": now, "decided_by": by, "lapses_at": lapses}
    move(transfer=transfer, after=State.APPROVED, by=by, now=now, **decided)
    settle(transfer=transfer, by=by, now=now)
    due = law.due(code="transfer.receipt", start=now)
    desk = transfer.started_by_id
    wait(transfer=transfer, kind=TaskKind.AWAIT_RECEIPT, due_at=due, now=now, member_id=desk)
    agencies.tell_with_substitute(
        member_id=transfer.started_by_id, but=shut_out(transfer.case_id).members
    )
    note("transfer.approved", by=by, about=transfer)
    return transfer


@action
def decline_transfer(*, transfer: Transfer, words: str, by: Any, now: datetime) -> Transfer:
    """The second person says no, and why; whoever began it hears of that."""
    _refuse_who_may_not_decide(transfer, by)
    if not words:
        raise Refused(_("Hãy ghi lý do không duyệt."))
    decided = {"decided_at": now, "decided_by": by, "decline": words}
    end(transfer=transfer, after=State.DECLINED, by=by, now=now, **decided)
    agencies.tell_with_substitute(
        member_id=transfer.started_by_id, but=shut_out(transfer.case_id).members
    )
    note("transfer.declined", by=by, about=transfer)
    return transfer


@action
def make_packet(*, transfer: Transfer, by: Any, now: datetime) -> str:
    """Close what is to go with a fresh code, which is told once; what was made before is void."""
    case = files.case_by_code(by, transfer.case.code)
    if case is None or not queries.may_start(by, case):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới làm tệp được."))
    _refuse_what_cannot_go(case, by, basis=transfer.basis)
    refuse_step(transfer=transfer, after=State.SENT)
    if rules.is_late(lapses_at=transfer.lapses_at, now=now):
        raise Refused(_("Đã hết hạn chuyển. Hãy bắt đầu lại khi vẫn cần."))
    name, key, code = secrets.token_hex(16), secrets.token_bytes(32), spoken.new(CODE)
    inside = queries.packed(transfer, case, by, name=name, receipt=key.hex(), now=now)
    packet = carried.close(inside, code)
    if len(packet) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
        raise Refused(_("Tệp quá lớn. Hãy thu hồi, rồi bắt đầu lại với ít giấy tờ hơn."))
    receipt = spoken.of(key, rules.receipt_words(name), RECEIPT)
    made = {"packet": packet, "packet_at": now, "wrong_receipts": 0}
    mark = links.code_mark(transfer.pk, receipt)
    move(transfer=transfer, after=State.SENT, by=by, now=now, receipt_mark=mark, **made)
    note("transfer.packet_made", by=by, about=transfer)
    return code


def _refuse_what_cannot_go(case: "Case", by: Any, *, basis: str = "") -> None:
    if case.status not in GOES_ON:
        raise Refused(_("Chỉ hồ sơ đang mở mới chuyển đi được."))
    if case.restricted_at and basis in {"", Basis.CONSENT}:
        raise Refused(_("Người được hỗ trợ yêu cầu chỉ giữ, không chia sẻ hồ sơ này."))
    if not basis and not queries.another_lead(by):
        raise Refused(_("Đơn vị bạn chưa có phụ trách khác để duyệt. Hãy nhờ quản trị thêm người."))


def _refuse_what_was_not_chosen(case: "Case", along: rules.Along, *, by: Any) -> None:
    if not along.packs:
        raise Refused(_("Hãy chọn ít nhất một phần thông tin."))
    if along.notes and Pack.STORY not in along.packs:
        raise Refused(_("Muốn gửi ghi chú thì chọn cả phần Câu chuyện."))
    chosen = [p for p in queries.papers_to_send(case, by) if p.pk in set(along.attachments)]
    known = {n.pk for n in queries.notes_to_send(case, by)}
    if len(chosen) != len(along.attachments) or not set(along.notes) <= known:
        raise Refused(_("Có mục không gửi được nữa. Hãy mở lại trang để chọn."))
    for paper in chosen:
        needed = NEEDS.get(AttachmentKind(paper.kind))
        if needed and needed not in along.packs:
            raise Refused(
                _("Muốn gửi {paper} thì chọn cả phần {pack}.").format(
                    paper=paper.get_kind_display(), pack=needed.label
                )
            )


def _refuse_without_ground(case: "Case", ground: rules.Ground, *, by: Any, now: datetime) -> None:
    """As for every yes: a child needs somebody who speaks for it, and is no danger."""
    if ground.basis != Basis.CONSENT:
        if not ground.basis_reason:
            raise Refused(_("Hãy ghi lý do khi chuyển mà chưa có sự đồng ý."))
        return
    if not ground.given:
        raise Refused(_("Hãy chọn cách đồng ý."))
    if ground.given == Given.REPRESENTATIVE:
        _refuse_who_does_not_speak_for_her(ground.representative)
    elif people.is_minor(by, case.person_id, on=now.astimezone(ZONE).date()):
        raise Refused(
            _("Người dưới 18 tuổi cần người đại diện đồng ý. Hãy ghi người đại diện trước.")
        )


def _refuse_who_does_not_speak_for_her(representative: "Representative | None") -> None:
    if representative is None:
        raise Refused(_("Hãy ghi người đại diện trước, rồi ghi sự đồng ý."))
    if representative.may_be_danger:
        raise Refused(
            _("Người đại diện này có thể gây hại. Hãy tìm người đại diện khác hoặc báo phụ trách.")
        )


def _kept(ground: rules.Ground) -> dict[str, Any]:
    """Of her yes the words, of a law or danger the reason: never both."""
    if ground.basis != Basis.CONSENT:
        return {"basis": ground.basis, "basis_reason": ground.basis_reason}
    is_spoken_for = ground.given == Given.REPRESENTATIVE
    speaker = ground.representative if is_spoken_for else None
    return {**vars(ground), "basis_reason": "", "representative": speaker}


def _refuse_who_may_not_decide(transfer: Transfer, by: Any) -> None:
    if not access.may_decide(member=by, transfer=transfer):
        raise Refused(_("Phụ trách khác của đơn vị duyệt, không phải người bắt đầu."))


def _save_the_only_one(transfer: Transfer) -> None:
    try:
        with transaction.atomic():
            transfer.save(force_insert=True)
    except IntegrityError as twice:
        raise Refused(_("Hồ sơ này đang được chuyển đi rồi.")) from twice
