"""Floors and rooms: who may import whom, and which way records point."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import grimp
import pytest
from django.apps import apps
from django.db import models

from tests.architecture.reading import (
    ANNEXES,
    CONTRACTS,
    GROUND,
    OPEN_ROOMS,
    ROOMS,
    ROOT,
    SRC,
    TOP,
    Module,
    bad,
    contract,
    domains,
    floors,
    listed,
    modules,
)

ALSO_OPEN = {
    "site": ("urls", "middleware"),
    "bench": ("models", "rules"),
    "simulation": ("models", "jobs"),
}
FORBIDDEN_MODULES = {"utils", "util", "helpers", "helper", "common", "core", "services", "misc"}


def lint_imports(root: Path) -> subprocess.CompletedProcess:
    command = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"
    return subprocess.run(
        [sys.executable, "-c", command],
        cwd=root,
        env={"PYTHONPATH": str(root / "src"), "COLUMNS": "200", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        check=False,
    )


def trespassers(imports: Iterable[tuple[str, str]]) -> list[str]:
    """Imports that enter another domain by a room that is not open."""
    found = []
    for importer, imported in imports:
        (_, home, *where), (_, visited, *room) = importer.split("."), imported.split(".")
        open_rooms = (*OPEN_ROOMS, *ALSO_OPEN.get(home, ()))
        if "tests" in where or home == visited or visited in (GROUND, *TOP):
            continue
        if room and room[0] not in open_rooms:
            found.append(f"{importer} -> {imported}")
    return found


def strange_rooms(found: Iterable[Module]) -> list[str]:
    return sorted(
        {m.name for m in found if m.domain in domains() and m.room}
        - {m.name for m in found if m.room in (*ROOMS, *ANNEXES)}
    )


def nameless_rooms(found: Iterable[Module]) -> list[str]:
    return [m.name for m in found if FORBIDDEN_MODULES & set(m.name.split("."))]


def upward_relations(found: Iterable[type[models.Model]]) -> list[str]:
    """Foreign keys to a higher floor, or across to a neighbour on the same floor."""
    guilty = []
    for model in found:
        for field in model._meta.get_fields():
            there = getattr(field.related_model, "__module__", "") if field.concrete else ""
            if there.startswith("ketnoi.") and _climbs(model.__module__, there):
                guilty.append(f"{model._meta.label}.{field.name}")
    return guilty


def links_without_a_record(found: Iterable[type[models.Model]]) -> list[str]:
    """Many-to-many relations whose table nobody wrote down: no who and no when."""
    return [
        f"{model._meta.label}.{field.name}"
        for model in found
        for field in model._meta.many_to_many
        if field.remote_field.through._meta.auto_created
    ]


def our_models() -> list[type[models.Model]]:
    return [m for m in apps.get_models() if m.__module__.startswith("ketnoi.")]


def test_the_import_contracts_hold():
    result = lint_imports(ROOT)

    assert result.returncode == 0, result.stdout


def test_every_domain_stands_under_the_rooms_contract():
    assert sorted(listed("rooms", "containers")) == [f"ketnoi.{name}" for name in domains()]


def test_every_package_but_the_foundation_stands_under_the_ciphers_contract():
    there = {p.name for p in SRC.iterdir() if (p / "__init__.py").exists()} - {GROUND}

    assert {f"ketnoi.{name}" for name in there} <= set(listed("ciphers", "source_modules"))


def test_no_contract_has_an_exception():
    assert "ignore_imports" not in CONTRACTS.read_text()
    for name in ("floors", "rooms", "ground"):
        assert contract(name).getboolean("exhaustive")


def test_every_domain_has_a_floor():
    assert set(domains()) <= set(floors())


def test_other_domains_are_entered_through_their_open_rooms():
    graph = grimp.build_graph("ketnoi", exclude_type_checking_imports=True, cache_dir=None)
    imports = [
        (importer, imported)
        for importer in graph.modules - {"ketnoi"}
        for imported in graph.find_modules_directly_imported_by(importer)
        if imported != "ketnoi"
    ]

    assert sorted(trespassers(imports)) == []


def test_there_are_no_rooms_but_the_known_ones():
    assert strange_rooms(modules()) == []
    assert nameless_rooms(modules()) == []


def test_foreign_keys_point_downwards():
    assert upward_relations(our_models()) == []


def test_every_link_is_a_record():
    assert links_without_a_record(our_models()) == []


@pytest.mark.parametrize(
    ("where", "text", "broken"),
    [
        ("agencies/queries.py", "from ketnoi.people import queries", "Floors"),
        ("agencies/rules.py", "def f():\n    from ketnoi.people import terms", "Floors"),
        ("people/terms.py", "from ketnoi.people import actions", "Rooms"),
        ("people/sharing.py", '"""A new room."""', "Rooms"),
        ("people/rules.py", "import django", "Rules"),
        ("people/queries.py", "import cryptography", "Ciphers"),
        ("shops/__init__.py", '"""A domain without a floor."""', "Floors"),
    ],
)
def test_mutant_a_forbidden_import_breaks_its_contract(tmp_path, where, text, broken):
    shutil.copytree(SRC, tmp_path / "src" / "ketnoi", ignore=shutil.ignore_patterns("tests"))
    shutil.copy(CONTRACTS, tmp_path)
    path = tmp_path / "src" / "ketnoi" / where
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)

    result = lint_imports(tmp_path)

    assert result.returncode == 1
    assert re.search(rf"^{broken}.* BROKEN$", result.stdout, re.M)


def test_mutant_a_closed_room_is_entered():
    assert trespassers([("ketnoi.cases.queries", "ketnoi.people.models")])
    assert trespassers([("ketnoi.site.views", "ketnoi.people.models")])
    assert not trespassers([("ketnoi.cases.queries", "ketnoi.people.queries")])


def test_mutant_a_room_called_utils():
    assert nameless_rooms(bad("", "cases.utils"))
    assert strange_rooms(bad("", f"{domains()[0]}.sharing"))


def test_mutant_a_key_that_climbs():
    assert _climbs("ketnoi.places.models", "ketnoi.people.models")
    assert _climbs("ketnoi.referrals.models", "ketnoi.protection.models")
    assert not _climbs("ketnoi.people.models", "ketnoi.places.models")


def _climbs(here: str, there: str) -> bool:
    home, visited = here.split(".")[1], there.split(".")[1]
    return home != visited and floors()[home] <= floors()[visited]
