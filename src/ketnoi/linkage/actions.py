"""What is done with lists: sent in, read, kept, compared, decided, destroyed."""

import base64
import json
from datetime import datetime
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.actor import System
from ketnoi.linkage import access
from ketnoi.linkage.models import Pair, ReturneeList, Row
from ketnoi.linkage.terms import Decision, ListState
from ketnoi.people import actions as people

__all__ = ["Refused", "bring", "decide", "destroy", "give_up", "keep", "propose", "take_rows"]


@action
def bring(*, content: bytes, by: Any, now: datetime) -> ReturneeList:
    """Send in a list: it is sealed at once, and read by a worker."""
    from ketnoi.linkage.jobs import read_list

    if not access.may_bring(member=by):
        raise Refused(_("Vai của bạn không nhập danh sách."))
    source = ReturneeList(agency_id=by.agency_id, keeper=by, key=people.make_key(), made_at=now)
    source.file = base64.b64encode(content).decode()
    source.save(force_insert=True)
    note("list.brought", by=by, about=source)
    read_list.defer(list_id=str(source.pk), agency_id=str(source.agency_id))
    return source


@action
def take_rows(
    *, source: ReturneeList, rows: list[tuple[int, dict[str, str], str]], last: bool, by: System
) -> None:
    """A slice of lines, and how far we are, in one transaction: a worker that fell goes on here."""
    made = [
        Row(source=source, agency_id=source.agency_id, number=number, flaw=flaw,
            told=json.dumps(told, ensure_ascii=False))
        for number, told, flaw in rows
    ]  # fmt: skip
    Row.objects.bulk_create(made)
    bad = sum(bool(flaw) for _number, _told, flaw in rows)
    found = ReturneeList.objects.filter(pk=source.pk)
    found.update(good=F("good") + len(rows) - bad, bad=F("bad") + bad)
    if rows:
        found.update(read_to=rows[-1][0])
    if last:
        found.update(state=ListState.READ, file=b"")
    note("list.read", by=by, about=source, rows=len(rows), flawed=bad)


@action
def give_up(*, source: ReturneeList, state: str, by: System) -> None:
    """The file is no list, or too long a one: what was sent goes, and what was read of it."""
    Row.objects.filter(source=source).delete()
    gone = {"state": state, "file": b"", "good": 0, "bad": 0, "read_to": 0}
    ReturneeList.objects.filter(pk=source.pk).update(**gone)
    people.destroy_key(key_id=source.key_id)
    note("list.unreadable", by=by, about=source, state=state)


@action
def keep(*, source: ReturneeList, by: Any) -> None:
    """The preview is right: keep the good lines and compare them."""
    from ketnoi.linkage.jobs import compare_list

    _may_decide(by, source)
    if not _moved(source, ListState.READ, ListState.KEPT):
        raise Refused(_("Danh sách này không còn chờ xem trước."))
    note("list.kept", by=by, about=source)
    compare_list.defer(list_id=str(source.pk), agency_id=str(source.agency_id))


@action
def propose(*, source: ReturneeList, pairs: list[Pair], by: System) -> None:
    """What the engine found, all of it or nothing; done twice it is there once."""
    if not _moved(source, ListState.KEPT, ListState.COMPARED):
        raise Refused(_("Danh sách này đã đối chiếu."))
    Pair.objects.bulk_create(pairs, batch_size=2000)
    note("list.compared", by=by, about=source, pairs=len(pairs))


@action
def decide(*, pair: Pair, decision: str, by: Any, now: datetime) -> None:
    """A person says whether two records are one person, or leaves it for later."""
    _may_decide(by, pair)
    if decision not in (Decision.SAME, Decision.DIFFERENT, Decision.LATER):
        raise Refused(_("Hãy chọn một câu trả lời."))
    pair.decision, pair.decided_by_id, pair.decided_at = decision, by.member_id, now
    pair.save()
    note("pair.decided", by=by, about=pair, decision=decision)


@action
def destroy(*, source: ReturneeList, by: Any) -> None:
    """Take the whole list away: its key, its lines, its pairs."""
    _may_decide(by, source)
    gone = {"state": ListState.DESTROYED, "file": b"", "good": 0, "bad": 0}
    if not ReturneeList.objects.filter(pk=source.pk).update(**gone):
        raise Refused(_("Danh sách này không còn."))
    Pair.objects.filter(source=source).delete()
    Row.objects.filter(source=source).delete()
    people.destroy_key(key_id=source.key_id)
    note("list.destroyed", by=by, about=source)


def _may_decide(by: Any, source: ReturneeList | Pair) -> None:
    if not access.may_decide(member=by, source=source):
        raise Refused(_("Vai của bạn không nhập danh sách."))


def _moved(source: ReturneeList, before: str, after: str) -> int:
    return ReturneeList.objects.filter(pk=source.pk, state=before).update(state=after)
