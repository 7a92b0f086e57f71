"""Decisions are written down, short, and say how they are kept."""

import re

import pytest

from tests.architecture.reading import DOCS

FOLDER = DOCS / "adr"
PARTS = ("Status", "Context", "Decision", "Consequences", "How it is kept")
LONGEST = 80


def missing_parts(text: str) -> list[str]:
    found = re.findall(r"^(?:## |\*\*)([A-Z][\w ]+?)(?:\*\*|:|$)", text, re.M)
    return [part for part in PARTS if part not in found]


def not_in_index(names: list[str], index: str) -> list[str]:
    return [name for name in names if f"({name})" not in index]


def gaps(names: list[str]) -> list[int]:
    """Numbers that are missing or used twice."""
    numbers = [int(name[:4]) for name in names]
    return sorted(set(range(1, len(names) + 1)) ^ set(numbers))


def decisions() -> list[str]:
    return sorted(p.name for p in FOLDER.glob("[0-9]*.md"))


@pytest.mark.parametrize("name", decisions())
def test_a_decision_has_all_its_parts_and_is_short(name):
    text = (FOLDER / name).read_text()

    assert re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", name)
    assert text.startswith(f"# {int(name[:4])}. ")
    assert missing_parts(text) == []
    assert len(text.splitlines()) <= LONGEST


def test_the_index_of_decisions_is_complete():
    index = (FOLDER / "README.md").read_text()
    links = re.findall(r"\((\d{4}[^)]*)\)", index)

    assert not_in_index(decisions(), index) == []
    assert [link for link in links if not (FOLDER / link).exists()] == []
    assert gaps(decisions()) == []


def test_mutant_a_decision_that_does_not_say_how_it_is_kept():
    assert missing_parts("## Status\n## Context\n## Decision\n## Consequences\n") == [
        "How it is kept"
    ]
    assert not_in_index(["0099-new.md"], "[1](0001-floors.md)")
    assert gaps(["0001-a.md", "0003-b.md"])
