"""What a worker does with a list: reading it slice by slice, and comparing it."""

import base64
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import transaction
from procrastinate import RetryStrategy

from ketnoi.foundation import clock
from ketnoi.foundation.actor import System
from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.jobs import task
from ketnoi.linkage import actions, queries
from ketnoi.linkage.models import Pair, ReturneeList, Row
from ketnoi.linkage.rules import process, sheets
from ketnoi.linkage.terms import ListState
from ketnoi.people import queries as people
from ketnoi.places import queries as places

SLICE, LEAST_LIKELY = 1000, 200
PATIENCE = RetryStrategy(max_attempts=3, wait=60)


@task(queue="system", retry=PATIENCE)
def read_list(list_id: str, agency_id: str) -> None:
    """Read a list, a thousand lines a transaction; a worker that fell goes on where it was."""
    by = System(agency_id=UUID(agency_id))
    with transaction.atomic(), acting(by):
        source = _wanted(by, list_id, ListState.SENT)
        content = base64.b64decode(source.file.open()) if source else b""
    if source is None:
        return
    today = clock.now().astimezone(ZONE).date()
    try:
        lines = ((n, row) for n, row in sheets.rows(content) if n > source.read_to)
        while piece := list(islice(lines, SLICE)):
            judged = [(n, row, sheets.flaw(row, today=today)) for n, row in piece]
            actions.take_rows(source=source, rows=judged, last=False, by=by)
        actions.take_rows(source=source, rows=[], last=True, by=by)
    except sheets.TooLong:
        actions.give_up(source=source, state=ListState.TOO_LONG, by=by)
    except sheets.NoList:
        actions.give_up(source=source, state=ListState.UNREADABLE, by=by)


@task(queue="system", retry=PATIENCE)
def compare_list(list_id: str, agency_id: str) -> None:
    """Compare the good lines with each other and with the people this agency supports."""
    by = System(agency_id=UUID(agency_id))
    with transaction.atomic(), acting(by):
        source = _wanted(by, list_id, ListState.KEPT)
        found = _records(by, source) if source else ([], [])
    if source is None:
        return
    records, owners = found
    judged = process.pairs(records) if records else []
    actions.propose(source=source, pairs=_pairs(source, judged, owners), by=by)


def _wanted(by: Any, list_id: str, state: str) -> ReturneeList | None:
    found = ReturneeList.objects.visible_to(by).select_related("key")
    return found.filter(pk=list_id, state=state).first()


def _records(by: Any, source: ReturneeList) -> tuple[list[dict[str, Any]], list[Any]]:
    place_of: dict[str, tuple[str, str]] = {}
    owners: list[Any] = []
    records = []
    for row in Row.objects.filter(source=source, flaw="").order_by("number").iterator():
        told = queries.told(source, row)
        commune, province = place_of.setdefault(told["place"], _place(told["place"]))
        records.append({**told, "id": len(owners), "commune": commune, "province": province})
        owners.append(row)
    for known in people.to_compare(by):
        records.append({**known, "id": len(owners), "person": None})
        owners.append(known["person"])
    return records, owners


def _place(text: str) -> tuple[str, str]:
    found = places.communes_like(text) if text else []
    if len(found) != 1:
        return "", ""
    commune = places.commune(found[0].value)
    return (commune.code, commune.province_id) if commune else ("", "")


def _pairs(source: ReturneeList, judged: list[dict[str, Any]], owners: list[Any]) -> list[Pair]:
    made = []
    for found in judged:
        one, two = owners[found["one"]], owners[found["two"]]
        likely = round(found["likely"] * 1000)
        if likely < LEAST_LIKELY or not isinstance(one, Row):
            continue
        is_row = isinstance(two, Row)
        made.append(
            Pair(
                source=source,
                agency_id=source.agency_id,
                one=one,
                two=two if is_row else None,
                person_id=None if is_row else two,
                likely=likely,
                codes="|".join([*found["codes"], str(found["paper"])]),
            )
        )
    return made
