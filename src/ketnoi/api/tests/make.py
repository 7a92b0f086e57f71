"""Scenes of the addresses for programs: a confirmed directory, and the schemas it must fit."""

import json
from datetime import time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from ketnoi.directory.models import Hotline, Schedule, Service, ServiceAtLocation
from ketnoi.directory.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import writing

SCHEMAS = Path(__file__).parent / "hsds-3.0"


def confirmed_network() -> None:
    """The network of the article, and every agency says that its entries are right."""
    make.network()
    today = clock.today()
    for record in [*Service.objects.all(), *Hotline.objects.all()]:
        make.change(record, verified_on=today, hide_after=today + timedelta(days=180))
    with writing():
        _details(make.service())


def _details(service: Service) -> None:
    """What a release does not know yet of a service, and its agency would write."""
    Service.objects.filter(pk=service.pk).update(required_documents=["Căn cước, nếu có"])
    Schedule.objects.create(
        service=service, days=["MO", "TU"], opens_at=time(7, 30), closes_at=time(11)
    )
    commune = service.agency.commune
    ServiceAtLocation.objects.update_or_create(
        service=service, defaults={"address": "Đường 1, ấp 2", "commune": commune}
    )


@cache
def _registry() -> Registry:
    files = {p.name: json.loads(p.read_text()) for p in SCHEMAS.glob("*.json")}
    return Registry().with_resources(
        (name, Resource(contents=text, specification=DRAFT202012)) for name, text in files.items()
    )


@cache
def schema(name: str) -> Draft202012Validator:
    """One of the schemas of HSDS 3.0."""
    text = json.loads((SCHEMAS / f"{name}.json").read_text())
    return Draft202012Validator(text, registry=_registry(), format_checker=FormatChecker())


def wrong(name: str, thing: Any) -> list[str]:
    """What HSDS 3.0 finds wrong with a thing, besides names it does not know."""
    told = [f"{e.json_path}: {e.message}" for e in schema(name).iter_errors(thing)]
    return [*told, *(f"unknown: {part}" for part in strange(name, thing))]


def strange(name: str, thing: dict) -> set[str]:
    """Names that HSDS 3.0 does not have: extensions must be told, not slip in."""
    return set(thing) - set(schema(name).schema["properties"])
