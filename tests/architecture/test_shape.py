"""The shape of the code. A number changes here only together with an ADR."""

import ast
from collections import Counter
from collections.abc import Iterable

from tests.architecture.raised_caps import RAISED, Raised
from tests.architecture.reading import (
    DOCS,
    GROUND,
    Module,
    bad,
    body_length,
    classes,
    functions,
    length,
    modules,
    product,
    templates,
)

LONGEST_FUNCTION = 40
LONGEST_MODULE = 300
LONGEST_MODEL = 200
LONGEST_TEMPLATE = 120
BIGGEST_DOMAIN = 3000
BIGGEST_PART = 1000
MOST_ARGUMENTS = 8
MOST_ARGUMENTS_OF_AN_ACTION = 12
MOST_BASES = 2

Size = tuple[str, str, int, int]


def too_big(sizes: Iterable[Size], raised: Iterable[Raised] = RAISED) -> list[str]:
    """What is above its cap: (what, where, size, cap)."""
    higher = {(r.what, r.where): r.cap for r in raised}
    return [
        f"{what} {where}: {size}"
        for what, where, size, cap in sizes
        if size > higher.get((what, where), cap)
    ]


def module_sizes(found: Iterable[Module]) -> list[Size]:
    return [("module", m.name, len(m.text.splitlines()), LONGEST_MODULE) for m in found]


def function_sizes(found: Iterable[Module]) -> list[Size]:
    return [
        ("function", f"{m.name}.{f.name}", body_length(f), LONGEST_FUNCTION)
        for m in found
        for f in functions(m.tree)
    ]


def argument_counts(found: Iterable[Module]) -> list[Size]:
    return [
        ("arguments", f"{m.name}.{f.name}", _arguments(f), _most_arguments(m))
        for m in found
        for f in functions(m.tree)
    ]


def model_sizes(found: Iterable[Module]) -> list[Size]:
    return [
        ("model", f"{m.name}.{c.name}", length(c), LONGEST_MODEL)
        for m in found
        if m.room == "models"
        for c in classes(m.tree)
    ]


def base_counts(found: Iterable[Module]) -> list[Size]:
    return [
        ("bases", f"{m.name}.{c.name}", len(c.bases), MOST_BASES)
        for m in found
        for c in classes(m.tree)
    ]


def domain_sizes(found: Iterable[Module]) -> list[Size]:
    """Lines of each domain; the foundation, which is no domain, counts by its parts."""
    lines: Counter[tuple[str, int]] = Counter()
    for m in found:
        part = (f"{GROUND}.{m.room}", BIGGEST_PART)
        where = part if m.domain == GROUND else (m.domain, BIGGEST_DOMAIN)
        lines[where] += len(m.text.splitlines())
    return [("domain", name, size, cap) for (name, cap), size in lines.items()]


def template_sizes(found: dict[str, str]) -> list[Size]:
    return [
        ("template", name, len(text.splitlines()), LONGEST_TEMPLATE) for name, text in found.items()
    ]


def idle(raised: Iterable[Raised], sizes: Iterable[Size]) -> list[Raised]:
    """Raised caps that nothing needs any more."""
    needed = {(what, where) for what, where, size, cap in sizes if size > cap}
    return [r for r in raised if (r.what, r.where) not in needed]


def every_size() -> list[Size]:
    found = product()
    return [
        *module_sizes(m for m in modules() if "migrations" not in m.name),
        *function_sizes(m for m in modules() if "migrations" not in m.name),
        *argument_counts(found),
        *model_sizes(found),
        *base_counts(found),
        *domain_sizes(found),
        *template_sizes(templates()),
    ]


def test_everything_fits_on_its_page():
    assert too_big(every_size()) == []


def test_every_raised_cap_is_needed_and_has_its_adr():
    assert idle(RAISED, every_size()) == []
    assert [r for r in RAISED if not list((DOCS / "adr").glob(f"{r.adr}-*.md"))] == []


def test_mutant_each_cap_can_be_broken():
    long_function = "def f():\n" + "    x = 1\n" * 41
    many = ", ".join(f"a{i}" for i in range(13))
    big = bad(f"{long_function}\ndef g({many}): ...\nclass C(A, B, D): ...\n" + "x = 1\n" * 300)
    model = bad("class Case:\n" + "    x = 1\n" * 200, "cases.models")

    assert too_big(module_sizes(big))
    assert too_big(function_sizes(big))
    assert too_big(argument_counts(big))
    assert too_big(argument_counts([Module("cases.actions", big[0].text)]))
    assert too_big(base_counts(big))
    assert too_big(model_sizes(model))
    assert too_big(domain_sizes(big * 10), raised=())
    assert too_big(domain_sizes([Module("foundation.inputs", big[0].text)] * 3))
    assert too_big(template_sizes({"cases/case.html": "<p>\n" * 121}))


def test_mutant_a_cap_raised_for_nothing():
    small = bad("x = 1")
    generous = Raised("module", small[0].name, 400, "0010")

    assert idle([generous], module_sizes(small))


def _arguments(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    a = function.args
    return len(
        [x for x in [*a.posonlyargs, *a.args, *a.kwonlyargs] if x.arg not in ("self", "cls")]
    )


def _most_arguments(module: Module) -> int:
    return MOST_ARGUMENTS_OF_AN_ACTION if module.room == "actions" else MOST_ARGUMENTS
