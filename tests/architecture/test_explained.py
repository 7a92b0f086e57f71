"""What a domain, a module and an open function say of themselves, for whoever comes next."""

import ast
import re
from collections.abc import Iterable

import pytest
from django import forms
from django.db import models

from tests.architecture.reading import (
    GROUND,
    SRC,
    TOLD_ROOMS,
    Module,
    bad,
    classes,
    functions,
    product,
    public_functions,
)

EXPLAINED_BY_DJANGO = {
    name
    for kind in (models.QuerySet, models.Field, forms.Field, forms.MultiWidget)
    for name in dir(kind)
    if not name.startswith("_")
}


def says_what_it_is(text: str) -> bool:
    told = ast.get_docstring(ast.parse(text)) or ""
    return bool(re.search(r"^Owns: \S", told, re.M) and re.search(r"^Never: \S", told, re.M))


def without_docstring(found: Iterable[Module]) -> list[str]:
    return [m.name for m in found if not ast.get_docstring(m.tree)]


def untold(found: Iterable[Module]) -> list[str]:
    """Public functions of the lower rooms and the foundation without a docstring.

    What Django names (`to_python`, `update` …) is explained by Django, and a method that stands in
    for one of its base class is explained there.
    """
    found = list(found)
    inherited = explained_once(found)
    return [
        f"{m.name}.{f.name}"
        for m in found
        if m.room in TOLD_ROOMS or m.domain == GROUND
        for f in public_functions(m.tree)
        if not ast.get_docstring(f) and f.name not in EXPLAINED_BY_DJANGO
        if (m.name, f.lineno) not in inherited
    ]


def explained_once(found: list[Module]) -> set[tuple[str, int]]:
    """Where methods stand whose base class, in this house, says what they do."""
    told = {
        (c.name, f.name)
        for m in found
        for c in classes(m.tree)
        for f in functions(c)
        if ast.get_docstring(f)
    }
    return {
        (m.name, f.lineno)
        for m in found
        for c in classes(m.tree)
        for f in functions(c)
        if any((ast.unparse(base), f.name) in told for base in c.bases)
    }


def unhinted(found: Iterable[Module]) -> list[str]:
    """Public functions of the lower rooms and the foundation without full type hints."""
    return [
        f"{m.name}.{f.name}"
        for m in found
        if m.room in TOLD_ROOMS or m.domain == GROUND
        for f in public_functions(m.tree)
        if not _fully_hinted(f)
    ]


def unsourced(found: Iterable[Module]) -> list[str]:
    """Rules that do not say where they come from, by themselves or with their module."""
    return [
        f"{m.name}.{f.name}"
        for m in found
        if m.room == "rules" and "Source:" not in (ast.get_docstring(m.tree) or "")
        for f in public_functions(m.tree)
        if "Source:" not in (ast.get_docstring(f) or "")
    ]


@pytest.mark.parametrize("package", [p.parent for p in sorted(SRC.glob("*/__init__.py"))], ids=str)
def test_a_domain_says_what_it_owns_and_what_it_never_does(package):
    assert says_what_it_is((package / "__init__.py").read_text())


def test_every_module_says_what_it_is():
    assert without_docstring(product()) == []


def test_every_open_function_is_explained_to_a_social_worker():
    assert untold(product()) == []


def test_every_open_function_has_full_hints():
    assert unhinted(product()) == []


def test_every_rule_names_its_source():
    assert unsourced(product()) == []


def test_mutant_an_open_function_without_words_hints_or_source():
    silent = bad("def answer_due(sent_at): return sent_at", "cases.rules")

    assert untold(silent)
    assert unhinted(silent)
    assert unsourced(silent)
    assert without_docstring(silent)
    assert not says_what_it_is('"""Cases."""')


def _fully_hinted(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    a = function.args
    given = [*a.posonlyargs, *a.args, *a.kwonlyargs, *filter(None, (a.vararg, a.kwarg))]
    asked = [arg for arg in given if arg.arg not in ("self", "cls")]
    return function.returns is not None and all(arg.annotation for arg in asked)
