"""What the loader writes is what the actions would have written: the same 200 files, both ways."""

import re
from collections import defaultdict
from datetime import UTC, datetime
from typing import Any

import pytest
from django.apps import apps
from django.db import models

from ketnoi.bench import loading
from ketnoi.bench.network import Network
from ketnoi.bench.stories import story
from ketnoi.cases.models import Case, Note, Wrap
from ketnoi.foundation.crypto import SealedColumn
from ketnoi.foundation.models import Line
from ketnoi.foundation.trail.verify import verify
from ketnoi.people.models import DataKey, Phone
from ketnoi.referrals.models import Referral
from tests.bench.plays import Play

SAMPLE = pytest.param(200, marks=pytest.mark.full)
DAY = datetime(2026, 11, 20, 3, tzinfo=UTC)
OF_THE_MOMENT = {
    DataKey: {"wrapped"},
    Line: {"id", "at", "seq", "prev", "hash"},
    Note: {"seal"},
    Wrap: {"seal", "closed"},
}
IDS = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
CODE = re.compile(r"KN-(\d\d)-\w+")

Rows = dict[type[models.Model], list[Any]]
pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


def all_ids() -> dict[type[models.Model], set]:
    ours = [m for m in apps.get_models() if m.__module__.startswith("ketnoi.")]
    return {m: set(m.objects.using("owner").values_list("pk", flat=True)) for m in ours}


def added_since(before: dict[type[models.Model], set]) -> Rows:
    """Every row of every table of ours that was not there before."""
    new = {model: ids - before[model] for model, ids in all_ids().items()}
    return {m: list(m.objects.using("owner").filter(pk__in=ids)) for m, ids in new.items() if ids}


def by_file(rows: Rows) -> dict[str, dict[str, list[str]]]:
    """By telephone number: every row of a file, with names in place of random ids."""
    files, names = files_of(rows), {str(r.pk): m.__name__ for m in rows for r in rows[m]}
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for model, records in rows.items():
        for record in sorted(records, key=lambda r: place(r, names)):
            text = IDS.sub(lambda id_: names.get(id_[0], id_[0]), repr(told(record)))
            found[files[home(record)]][model._meta.label].append(CODE.sub(r"KN-\1", text))
    return {file: {k: in_order(k, v) for k, v in kinds.items()} for file, kinds in found.items()}


def place(record: Any, names: dict[str, str]) -> tuple[str, int]:
    """Where a line stands: in which chain, and how far along."""
    return names.get(str(getattr(record, "chain", "")), ""), getattr(record, "seq", 0)


def in_order(kind: str, texts: list[str]) -> list[str]:
    return texts if kind == Line._meta.label else sorted(texts)


def files_of(rows: Rows) -> dict[Any, str]:
    """Which file a person, a case and a key belong to."""
    files = {phone.person_id: phone.number.open() for phone in rows[Phone]}
    for case in rows[Case]:
        files[case.pk] = files[case.key_id] = files[case.person_id]
    return files | {r.key_id: files[r.case_id] for r in rows[Referral]}


def home(record: Any) -> Any:
    if hasattr(record, "referral"):
        record = record.referral
    for name in ("chain", "case_id", "person_id"):
        if hasattr(record, name):
            return getattr(record, name)
    return record.pk


def told(record: Any) -> dict[str, Any]:
    left_out = OF_THE_MOMENT.get(type(record), set())
    fields = [f for f in record._meta.concrete_fields if f.name not in left_out]
    return {f.name: value_of(f, record) for f in fields}


def value_of(field: Any, record: Any) -> Any:
    value = getattr(record, field.attname)
    return value.open() if isinstance(field, SealedColumn) else value


@pytest.mark.parametrize("count", [12, SAMPLE])
def test_loaded_files_equal_those_that_people_wrote(count):
    network = Network(count, provinces_of=1, since=DAY)
    loading.people(network)
    stories = [story(number, until=DAY) for number in range(count)]
    before = all_ids()
    for one in stories:
        Play(one, network.cast(one)).play()
    played = added_since(before)
    before = all_ids()

    loading.files(network, range(count), DAY, said=lambda _count: None)

    loaded = added_since(before)
    assert {m: len(rows) for m, rows in loaded.items()} == {m: len(r) for m, r in played.items()}
    assert by_file(loaded) == by_file(played)
    assert verify() == []


def test_mutant_a_column_that_differs_is_seen():
    network = Network(2, provinces_of=1, since=DAY)
    loading.people(network)
    before = all_ids()
    loading.files(network, range(2), DAY, said=lambda _count: None)
    rows = added_since(before)
    as_it_was = by_file(rows)

    rows[Case][0].risk = "now"

    assert by_file(rows) != as_it_was
