"""Bringing an edition of the places into the database."""

import csv
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from django.utils.translation import gettext as _

from ketnoi.foundation.action import Record, Refused, action, note, part
from ketnoi.foundation.actor import Actor
from ketnoi.foundation.vietnamese.text import sort_key
from ketnoi.places import access, rules
from ketnoi.places.models import Commune, Edition, FormerPlace, Province

DATA = Path(__file__).parent / "data"
NAME, VERSION = "places-2025-07", "1"
SOURCE, LICENCE = "PyPI vietnamadminunits 1.0.4 (Tran Ngoc Minh Hieu)", "MIT"
FIRST_DAY, LAST_DAY_BEFORE = date(2025, 7, 1), date(2025, 6, 30)
AT_ONCE = 2000

Progress = Callable[[int, int], None]


@action
def load_places(*, by: Actor, now: datetime, progress: Progress | None = None) -> Edition:
    """The provinces and communes, and their old names, come into the system; once is enough."""
    if not access.may_load_places(by=by):
        raise Refused(_("Danh mục xã, phường do hệ thống tự nạp."))
    edition = Edition.objects.filter(name=NAME, version=VERSION).first()
    is_new = edition is None
    if edition is None:
        edition = _edition(now=now)
        _write(records=_records(edition), progress=progress or (lambda done, total: None))
    note("places.loaded", by=by, about=edition, version=VERSION, new=is_new)
    return edition


@part
def _edition(*, now: datetime) -> Edition:
    edition = Edition(name=NAME, version=VERSION, source=SOURCE, licence=LICENCE, loaded_at=now)
    edition.save()
    return edition


@part
def _write(*, records: list[Record], progress: Progress) -> None:
    """Old names are written anew; what other records point to is only brought up to date."""
    FormerPlace.objects.all().delete()
    for start in range(0, len(records), AT_ONCE):
        chunk = records[start : start + AT_ONCE]
        for model in (Province, Commune, FormerPlace):
            _put(model=model, records=[r for r in chunk if type(r) is model])
        progress(start + len(chunk), len(records))


@part
def _put(*, model: type[Record], records: list[Record]) -> None:
    if model is FormerPlace:
        model.objects.bulk_create(records)
        return
    changes = [f.name for f in model._meta.concrete_fields if not f.primary_key]
    model.objects.bulk_create(
        records, update_conflicts=True, unique_fields=["code"], update_fields=changes
    )


def _records(edition: Edition) -> list[Record]:
    provinces = [_province(row, edition) for row in _rows("provinces.csv")]
    communes = [_commune(row, edition) for row in _rows("communes.csv")]
    return [*provinces, *communes, *(_former(row, edition) for row in _rows("former.csv"))]


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _province(row: dict[str, str], edition: Edition) -> Province:
    province = Province(**row, since=FIRST_DAY, source=edition)
    province.sort_key = sort_key(province.name)
    province.words = rules.words(str(province))
    return province


def _commune(row: dict[str, str], edition: Edition) -> Commune:
    province_id = row.pop("province")
    commune = Commune(**row, province_id=province_id, since=FIRST_DAY, source=edition)
    commune.sort_key = sort_key(commune.name)
    commune.folded = rules.plain(commune.name)
    commune.words = rules.words(str(commune))
    return commune


def _former(row: dict[str, str], edition: Edition) -> FormerPlace:
    names = (row["commune"], row["district"], row["province"])
    return FormerPlace(
        code=row["code"],
        commune_name=names[0],
        district_name=names[1],
        province_name=names[2],
        commune_id=row["now"],
        share=row["share"],
        folded=rules.bare(names[0] or names[1]),
        words=rules.words(*names),
        until=LAST_DAY_BEFORE,
        source=edition,
    )
