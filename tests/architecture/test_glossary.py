"""The glossary is law: a word of the field that is not in it is no model and no action."""

import importlib
import inspect
import re
from collections.abc import Iterable

from django.apps import apps
from django.urls import get_resolver

from ketnoi.agencies.terms import Role
from tests.architecture.reading import (
    DOCS,
    Module,
    bad,
    classes,
    domains,
    modules,
    product,
)
from tests.architecture.test_doors import MARKS, every_pattern

SMALL_WORDS = set(
    re.findall(
        r"\w+", "a about again as at back by for from in into of off on out over the to up with"
    )
)
FORBIDDEN_NAMES = re.compile(
    r"Victim|Survivor|Beneficiary|(?<!^)(Manager|Helper|Util|Utils|Handler|View)$"
)
SLUG = re.compile(r"[a-z0-9-]*")
ENGLISH_SLUGS = {"new", "edit", "delete", "create", "update", "list", "view", "search", "login"}
WELL_KNOWN = {"robots.txt", "favicon.ico", "api/openapi.json"}
MARKUP = re.compile(r"<[^>]*>|\(\?P<[^>]*>[^)]*\)|[\^$\\]")


def code_names(text: str) -> set[str]:
    """What stands in the column `code name` of the glossary's tables."""
    names: set[str] = set()
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and len(cells) >= 4:
            names |= set(re.findall(r"`([^`]+)`", cells[2]))
    return names


def words(name: str) -> set[str]:
    """The small-letter words a name is made of."""
    parts = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)
    return {part.lower() for part in parts}


def unknown_models(names: Iterable[str], glossary: set[str]) -> list[str]:
    return sorted(set(names) - glossary)


def unknown_words(actions: Iterable[str], glossary: set[str]) -> list[str]:
    """Words in names of actions that the glossary does not know, with where they were met."""
    known = SMALL_WORDS.union(*(words(name) for name in glossary)) if glossary else SMALL_WORDS
    return sorted(
        f"{word} ({action})"
        for action in actions
        for word in words(action)
        if word not in known and word.removesuffix("s") not in known
    )


def forbidden_names(found: Iterable[Module]) -> list[str]:
    return [
        f"{m.name}.{c.name}"
        for m in found
        for c in classes(m.tree)
        if FORBIDDEN_NAMES.search(c.name)
    ]


def strange_slugs(routes: Iterable[str]) -> list[str]:
    """Addresses that are not small letters, digits and hyphens, or are English."""
    return [
        route
        for route in routes
        if route not in WELL_KNOWN
        and any(
            not SLUG.fullmatch(part) or part in ENGLISH_SLUGS
            for part in MARKUP.sub("", route).split("/")
        )
    ]


def glossary() -> set[str]:
    return code_names((DOCS / "glossary.md").read_text())


def our_models() -> list[str]:
    return [m.__name__ for m in apps.get_models() if m.__module__.startswith("ketnoi.")]


def our_actions() -> set[str]:
    rooms = [importlib.import_module(f"ketnoi.{m.name}") for m in product() if m.room == "actions"]
    return {
        name
        for room in rooms
        for name, thing in inspect.getmembers(room, inspect.isfunction)
        if not name.startswith("_") and any(getattr(thing, mark, False) for mark in MARKS)
    }


def our_routes() -> list[str]:
    return [
        str(p.pattern)
        for p in every_pattern(get_resolver().url_patterns)
        if getattr(p.callback, "__module__", "").startswith("ketnoi.")
    ]


def test_every_model_is_in_the_glossary():
    assert unknown_models(our_models(), glossary()) == []


def test_every_word_of_an_action_is_in_the_glossary():
    assert unknown_words(our_actions(), glossary()) == []


def test_no_name_says_what_we_do_not_say():
    assert forbidden_names(modules()) == []


def test_addresses_are_plain_vietnamese_nouns():
    assert strange_slugs(our_routes()) == []


def test_the_map_names_every_domain():
    told = (DOCS / "map.md").read_text()

    assert [name for name in domains() if f"`{name}`" not in told] == []


def test_the_permissions_name_every_role():
    told = (DOCS / "permissions.md").read_text()

    assert [role for role in Role.values if f"`{role}`" not in told] == []


def test_mutant_a_word_nobody_wrote_down():
    known = code_names("| Hồ sơ | file | `Case`, `close_case` | decisions |")

    assert known == {"Case", "close_case"}
    assert unknown_models(["Dossier"], known)
    assert unknown_words(["archive_case"], known) == ["archive (archive_case)"]
    assert not unknown_words(["close_cases"], known)


def test_mutant_a_name_we_do_not_say():
    assert forbidden_names(bad("class Victim: ..."))
    assert forbidden_names(bad("class CaseManager: ..."))
    assert not forbidden_names(bad("class Person: ..."))


def test_mutant_an_address_with_marks_capitals_or_english():
    assert strange_slugs(["hồ-sơ/"])
    assert strange_slugs(["HoSo/"])
    assert strange_slugs(["ho-so/<code>/edit/"])
    assert not strange_slugs(["ho-so/<str:code>/chuyen-gui/"])
