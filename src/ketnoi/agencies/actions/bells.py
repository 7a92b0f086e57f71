"""A member chooses how she is told that something waits: a device, a number, a letter."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.agencies import access, queries, rules
from ketnoi.agencies.models import Bell, Member
from ketnoi.agencies.terms import NUMBERS, Rings
from ketnoi.foundation import calling, links
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.jobs import app

SEND_CODE = "ketnoi.agencies.jobs.send_code"


@action
def choose_mail(*, wanted: bool, by: Member) -> Member:
    """A member says whether she wants letters besides whatever else rings for her."""
    fresh = Member.objects.select_for_update().get(pk=by.pk)
    if not wanted and not queries.bells_of(by):
        raise Refused(_("Hãy thêm một cách báo khác trước khi tắt thư."))
    fresh.by_mail = wanted
    fresh.save(update_fields=["by_mail"])
    note("member.mail_chosen", by=by, about=fresh, wanted=wanted)
    return fresh


@action
def add_device(*, endpoint: str, by: Any, now: datetime) -> Bell:
    """A device of hers tells her from now on; the browser on it gave the address."""
    _refuse_strange(Rings.PUSH, by)
    if not calling.looks_public(endpoint):
        raise Refused(_("Trình duyệt này chưa báo được. Hãy dùng thư hoặc máy khác."))
    known = _device(by, endpoint)
    if known is None and len(_devices(by)) >= rules.MOST_DEVICES:
        raise Refused(_("Đã có 5 máy. Hãy bỏ một máy cũ trước."))
    bell = known or Bell(member_id=by.member_id, kind=Rings.PUSH, since=now, confirmed_at=now)
    if known is None:
        bell.close(endpoint).save(force_insert=True)
    note("bell.added", by=by, about=bell, kind=Rings.PUSH.value, new=known is None)
    return bell


@action
def stop_device(*, endpoint: str, by: Any, now: datetime) -> Member:
    """A device of hers tells her nothing more; one that is not known is as good as stopped."""
    if known := _device(by, endpoint):
        _end(known, by=by, now=now)
    note("bell.device_stopped", by=by, about=known or by, known=known is not None)
    return by


@action
def give_number(*, kind: str, number: str, by: Any, now: datetime) -> Bell:
    """A member gives a number of hers; a code goes there, and until it is said nothing else."""
    _refuse_strange(kind, by)
    if kind not in NUMBERS:
        raise Refused(_("Hãy chọn một cách báo có trong trang này."))
    if queries.numbers_given(by, now - rules.A_DAY) >= rules.MOST_NUMBERS_A_DAY:
        raise Refused(_("Hôm nay đã gửi nhiều mã. Hãy thử lại ngày mai."))
    for earlier in queries.unconfirmed_of(by).filter(kind=kind):
        _end(earlier, by=by, now=now)
    bell = Bell(member_id=by.member_id, kind=kind, since=now).close(number)
    bell.save(force_insert=True)
    app.configure_task(SEND_CODE, allow_unknown=False).defer(bell_id=str(bell.pk))
    note("bell.number_given", by=by, about=bell, kind=kind)
    return bell


@action
def issue_code(*, bell: Bell, by: Any, now: datetime) -> str:
    """The system makes a code for a number; it is told once and kept as a mark."""
    if by.role != "system":
        raise Refused("codes are sent by the system")
    code = links.new_code()
    bell.code_mark, bell.code_until = links.code_mark(bell.pk, code), now + rules.CODE_LASTS
    bell.save(update_fields=["code_mark", "code_until"])
    note("bell.code_issued", by=by, about=bell)
    return code


@action
def confirm_number(*, bell: Bell, code: str, by: Any, now: datetime) -> bool:
    """She says the code: whether it is right. Too many wrong ones, and the number is forgotten."""
    fresh = _held(bell, by)
    if fresh.ended_at or fresh.confirmed_at or not fresh.code_until or fresh.code_until <= now:
        raise Refused(_("Mã chưa đến hoặc đã hết hạn. Hãy chờ một phút, hoặc xin mã khác."))
    if not links.is_code(fresh.pk, code, fresh.code_mark):
        _count_wrong(fresh, by=by, now=now)
        return False
    earlier = [b for b in queries.bells_of(by) if b.kind == fresh.kind]
    for each in earlier:
        _end(each, by=by, now=now)
    fresh.confirmed_at, fresh.code_mark = now, ""
    fresh.save(update_fields=["confirmed_at", "code_mark"])
    note("bell.confirmed", by=by, about=fresh, kind=fresh.kind, replaced=len(earlier))
    return True


@action
def stop_bell(*, bell: Bell, by: Any, now: datetime) -> Bell:
    """A device or a number of hers tells her nothing more; where it rang is forgotten."""
    fresh = _held(bell, by)
    if fresh.ended_at:
        raise Refused(_("Cách báo này đã thôi dùng."))
    _end(fresh, by=by, now=now)
    note("bell.stopped", by=by, about=fresh, kind=fresh.kind)
    return fresh


@action
def lose_device(*, bell: Bell, by: Any, now: datetime) -> Bell:
    """The push service says that there is no such device any more: it is forgotten."""
    if by.role != "system":
        raise Refused("devices are lost by the system")
    fresh = Bell.objects.select_for_update().get(pk=bell.pk)
    if not fresh.ended_at:
        _end(fresh, by=by, now=now)
    note("bell.lost", by=by, about=fresh)
    return fresh


@part
def silence(*, member: Member, by: Any, now: datetime) -> int:
    """Nothing rings for a member any more: she left, or somebody else may hold her phone."""
    with acting(NETWORK):
        live = Bell.objects.filter(member=member, ended_at=None)
        return live.update(ended_at=now, ended_by=by.member_id, wrapped=b"", code_mark="")


def _refuse_strange(kind: str, by: Any) -> None:
    if kind not in queries.kinds_of_bells():
        raise Refused(_("Hãy chọn một cách báo có trong trang này."))
    if not by.member_id or not queries.mail_address(by.member_id):
        raise Refused(_("Hãy ghi địa chỉ thư trước, phòng khi cách này không dùng được."))
    # Of two at once the second waits, and is counted.
    Member.objects.select_for_update().get(pk=by.member_id)


def _devices(by: Any) -> list[Bell]:
    return [bell for bell in queries.bells_of(by) if bell.kind == Rings.PUSH]


def _device(by: Any, endpoint: str) -> Bell | None:
    return next((bell for bell in _devices(by) if bell.address == endpoint), None)


def _held(bell: Bell, by: Any) -> Bell:
    fresh = Bell.objects.select_for_update().get(pk=bell.pk)
    if not access.is_hers(by=by, bell=fresh):
        raise Refused(_("Chỉ chính người ấy chọn được cách báo của mình."))
    return fresh


def _count_wrong(bell: Bell, *, by: Any, now: datetime) -> None:
    bell.wrong_codes += 1
    bell.save(update_fields=["wrong_codes"])
    if bell.wrong_codes >= rules.MOST_WRONG_CODES:
        _end(bell, by=by, now=now)
    note("bell.wrong_code", by=by, about=bell, tried=bell.wrong_codes)


def _end(bell: Bell, *, by: Any, now: datetime) -> None:
    bell.ended_at, bell.ended_by_id, bell.wrapped, bell.code_mark = now, by.member_id, b"", ""
    bell.save(update_fields=["ended_at", "ended_by", "wrapped", "code_mark"])
