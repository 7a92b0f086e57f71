"""Doors: how the house is entered, written to and told the time, and that there is no other way."""

import ast
import importlib
import inspect
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any

import pytest
from django.urls import URLPattern, get_resolver

from ketnoi.foundation.page import Audience
from tests.architecture.reading import (
    GROUND,
    Module,
    bad,
    classes,
    functions,
    modules,
    product,
)

MARKS = ("is_action", "is_part", "is_together")
RAW_CALLS = {"raw", "extra", "cursor"}
RAW_NAMES = {"RunSQL", "RawSQL"}
CLOCK_OWNERS = {"timezone", "datetime", "date", "dt"}
CLOCK_READINGS = {"now", "utcnow", "today", "localdate", "localtime"}
CLOCK_FIELDS = {"auto_now", "auto_now_add"}
SPEAKS_ON_A_CONSOLE = ("cli", "demo", "bench", "simulation")
ITS_CONSOLE_IS_THE_CHANNEL = "foundation.notices"


def outside(found: Iterable[Module], *places: str) -> list[Module]:
    """Modules that lie in none of these places."""
    return [
        m
        for m in found
        if not m.is_test and not any(f"{m.name}.".startswith(f"{place}.") for place in places)
    ]


def raw_sql(found: Iterable[Module]) -> list[str]:
    return [
        f"{m.name}:{node.lineno}"
        for m in outside(found, GROUND)
        for node in ast.walk(m.tree)
        if _is_raw(node)
    ]


def signals(found: Iterable[Module]) -> list[str]:
    return [
        f"{m.name}: {name}"
        for m in outside(found)
        for name in _imported(m.tree)
        if name.startswith("django.dispatch") or "signals" in name.split(".")
    ]


def own_clocks(found: Iterable[Module]) -> list[str]:
    """Places that read a clock other than the one in the database."""
    return [
        f"{m.name}:{node.lineno}"
        for m in outside(found, "foundation.clock", "cli")
        for node in ast.walk(m.tree)
        if _reads_a_clock(node)
    ]


def prints(found: Iterable[Module]) -> list[str]:
    return [
        f"{m.name}:{node.lineno}"
        for m in outside(found, *SPEAKS_ON_A_CONSOLE, ITS_CONSOLE_IS_THE_CHANNEL)
        for node in ast.walk(m.tree)
        if isinstance(node, ast.Call) and _last_name(node.func) in {"print", "pprint"}
    ]


def own_seals(found: Iterable[Module]) -> list[str]:
    return [
        f"{m.name}.{c.name}" for m in outside(found, GROUND) for c in classes(m.tree) if _seals(c)
    ]


def forced_doors(found: Iterable[Module]) -> list[str]:
    """Places that go round the write guard."""
    return [
        f"{m.name}:{node.lineno}"
        for m in outside(found, GROUND)
        for node in ast.walk(m.tree)
        if _last_name(node) in {"_base_manager", "save_base", "_raw_delete", "_lines"}
        or (isinstance(node, ast.alias) and node.name == "writing")
    ]


def undeclared_actions(room: ModuleType) -> list[str]:
    """Public functions of an `actions` room that are no action, no part and no step of several."""
    return [
        f"{room.__name__}.{name}"
        for name, thing in vars(room).items()
        if inspect.isfunction(thing)
        and not name.startswith("_")
        and thing.__module__ == room.__name__
        and not any(getattr(thing, mark, False) for mark in MARKS)
    ]


def actions_that_know_the_web(found: Iterable[Module]) -> list[str]:
    return [
        f"{m.name}.{f.name}"
        for m in found
        if m.room in ("actions", "queries", "access", "rules")
        for f in functions(m.tree)
        if "request" in {a.arg for a in [*f.args.args, *f.args.kwonlyargs]}
    ]


def undeclared_pages(patterns: Iterable[URLPattern], framework: Iterable[Any]) -> list[str]:
    """Views that do not say whom they are for."""
    return [
        p.lookup_str
        for p in patterns
        if not isinstance(getattr(p.callback, "audience", None), Audience)
        and p.callback not in framework
        and p.lookup_str not in framework
    ]


def every_pattern(patterns: Iterable[Any]) -> Iterator[URLPattern]:
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield pattern
        else:
            yield from every_pattern(pattern.url_patterns)


@pytest.mark.parametrize("name", [m.name for m in product() if m.room == "actions"])
def test_every_public_function_of_an_actions_room_is_an_action(name):
    assert undeclared_actions(importlib.import_module(f"ketnoi.{name}")) == []


def test_actions_and_queries_know_nothing_of_the_web():
    assert actions_that_know_the_web(product()) == []


def test_every_page_says_whom_it_is_for():
    from ketnoi.site.urls import FRAMEWORK_VIEWS

    assert undeclared_pages(every_pattern(get_resolver().url_patterns), FRAMEWORK_VIEWS) == []


def test_raw_sql_lives_in_the_foundation_only():
    assert raw_sql(modules()) == []


def test_there_are_no_signals():
    assert signals(modules()) == []


def test_there_is_one_clock():
    assert own_clocks(modules()) == []


def test_nothing_is_printed():
    assert prints(modules()) == []


def test_sealed_text_is_defined_in_the_foundation_only():
    assert own_seals(modules()) == []


def test_nobody_goes_round_the_write_guard():
    assert forced_doors(modules()) == []


@pytest.mark.parametrize(
    ("check", "text"),
    [
        (raw_sql, "connection.cursor()"),
        (raw_sql, "Case.objects.raw('SELECT 1')"),
        (raw_sql, "Case.objects.extra(where=['1=1'])"),
        (raw_sql, "operations = [migrations.RunSQL('DROP TABLE x')]"),
        (signals, "from django.db.models.signals import post_save"),
        (signals, "from django.dispatch import receiver"),
        (own_clocks, "timezone.now()"),
        (own_clocks, "made_at = models.DateTimeField(default=timezone.now)"),
        (own_clocks, "datetime.datetime.now()"),
        (own_clocks, "date.today()"),
        (own_clocks, "from django.db.models.functions import Now"),
        (own_clocks, "made_at = models.DateTimeField(auto_now_add=True)"),
        (prints, "print(case)"),
        (own_seals, "class SealedText(models.TextField): pass"),
        (own_seals, "class Secret(SealedText): pass"),
        (forced_doors, "Case._base_manager.create()"),
        (forced_doors, "from ketnoi.foundation.action import writing"),
    ],
)
def test_mutant_each_other_way_in_is_noticed(check, text):
    assert check(bad(text))
    assert not check(bad("now = clock.now(); cases = Case.objects.visible_to(member)"))


def test_mutant_a_function_that_writes_without_being_an_action():
    room = ModuleType("ketnoi.cases.actions")
    exec("def close_case(*, case, by): ...", vars(room))  # noqa: S102 - the bad example

    assert undeclared_actions(room) == ["ketnoi.cases.actions.close_case"]
    assert actions_that_know_the_web(bad("def close(*, request): ...", "cases.actions"))


def test_mutant_a_view_that_says_nothing_of_itself():
    naked = URLPattern(get_resolver().pattern, lambda request: None)

    assert undeclared_pages([naked], ())


def _is_raw(node: ast.AST) -> bool:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr in RAW_CALLS | RAW_NAMES
    return _last_name(node) in RAW_NAMES


def _reads_a_clock(node: ast.AST) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr in CLOCK_READINGS and _last_name(node.value) in CLOCK_OWNERS
    if isinstance(node, ast.keyword):
        return node.arg in CLOCK_FIELDS
    return isinstance(node, ast.alias) and node.name == "Now"


def _seals(node: ast.ClassDef) -> bool:
    return node.name.startswith("Sealed") or "SealedText" in {_last_name(b) for b in node.bases}


def _last_name(node: ast.AST) -> str:
    return str(getattr(node, "attr", getattr(node, "id", "")))


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
