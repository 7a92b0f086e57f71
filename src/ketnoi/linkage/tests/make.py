"""Scenes: an Excel list as a partner sends it, brought and read."""

import io
from collections.abc import Iterable
from typing import Any

from openpyxl import Workbook

from ketnoi.foundation import clock
from ketnoi.foundation.actor import System
from ketnoi.foundation.guard.context import acting
from ketnoi.linkage import actions, jobs, queries
from ketnoi.linkage.models import Pair, ReturneeList, Row

HEADS = ("STT", "Họ và tên", "Ngày sinh", "Số điện thoại", "Số CCCD", "Xã, phường")


def sheet(rows: Iterable[tuple[Any, ...]], heads: tuple[str, ...] = HEADS) -> bytes:
    """The bytes of a list: a title, the heads, and the rows with their numbers."""
    book = Workbook(write_only=True)
    page = book.create_sheet()
    page.append(["Danh sách người trở về (dữ liệu giả)"])
    page.append(list(heads))
    for number, row in enumerate(rows, start=1):
        page.append([number, *row])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def brought(rows: Iterable[tuple[Any, ...]], *, by: Any) -> ReturneeList:
    """A list that was sent in and read by a worker."""
    return read(actions.bring(content=sheet(rows), by=by, now=clock.now()), by=by)


def read(source: ReturneeList, *, by: Any) -> ReturneeList:
    """The same list after the worker."""
    jobs.read_list(list_id=str(source.pk), agency_id=str(source.agency_id))
    with acting(by):
        found = queries.returnee_list(by, source.pk)
    assert found is not None
    return found


def compared(source: ReturneeList, *, by: Any) -> ReturneeList:
    """The same list, kept and compared."""
    actions.keep(source=source, by=by)
    jobs.compare_list(list_id=str(source.pk), agency_id=str(source.agency_id))
    with acting(by):
        found = queries.returnee_list(by, source.pk)
    assert found is not None
    return found


def pair(*, by: Any) -> Pair:
    """Two lines of a list that may be one person, as an engine would propose them."""
    source = brought([("Lan", "1995", "", "", ""), ("LAN", "1995", "", "", "")], by=by)
    actions.keep(source=source, by=by)
    with acting(by):
        one, two = Row.objects.filter(source=source).order_by("number")
    about = {"source": source, "agency_id": source.agency_id, "one": one, "two": two}
    found = Pair(**about, likely=900, codes="9|0|6|-1|-1|0|-1|-1")
    actions.propose(source=source, pairs=[found], by=System(agency_id=source.agency_id))
    return found
