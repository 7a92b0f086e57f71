"""Documents are true: their links, commands, settings, paths and addresses exist."""

import re
from importlib import import_module
from pathlib import Path

from django.urls import Resolver404, resolve

from ketnoi.agencies.terms import Role
from ketnoi.cli.main import COMMANDS
from tests.architecture.reading import DOCS, ROOT, SRC, modules

LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#]+)")
COMMAND = re.compile(r"\./ketnoi ([a-z]+)")
OPTION = re.compile(r"\./ketnoi [^`\n]*?(--[a-z]+)|`(--[a-z]+)[^`]*`")
SETTING = re.compile(r"\b(KETNOI_[A-Z_]+|DATABASE_URL)\b")
FILE = re.compile(r"`((?:src|tests|docs)/[\w./-]+|\.importlinter)`")
RULE = re.compile(r"`[\w.]+\.[A-Z_]+`")
ADDRESS = re.compile(r"`(/(?:cb|en|km)/[\w/-]*)`")


def documents() -> dict[str, str]:
    paths = [*DOCS.rglob("*.md"), *ROOT.glob("*.md")]
    return {p.relative_to(ROOT).as_posix(): p.read_text() for p in paths}


def broken_links(found: dict[str, str]) -> list[str]:
    return [
        f"{name}: {link}"
        for name, text in found.items()
        for link in LINK.findall(text)
        if not (ROOT / Path(name).parent / link).exists()
    ]


def unknown_commands(found: dict[str, str]) -> list[str]:
    return [
        f"{name}: {command}"
        for name, text in found.items()
        for command in COMMAND.findall(text)
        if command not in COMMANDS or not _has_module(command)
    ]


def unknown_options(found: dict[str, str], code: str) -> list[str]:
    return [
        f"{name}: {option}"
        for name, text in found.items()
        for options in OPTION.findall(text)
        for option in filter(None, options)
        if f'"{option}"' not in code
    ]


def unknown_settings(found: dict[str, str], code: str) -> list[str]:
    return [
        f"{name}: {setting}"
        for name, text in found.items()
        for setting in SETTING.findall(text)
        if setting not in code
    ]


def missing_files(found: dict[str, str]) -> list[str]:
    return [
        f"{name}: {path}"
        for name, text in found.items()
        for path in FILE.findall(text)
        if not (ROOT / path).exists()
    ]


def dead_addresses(found: dict[str, str]) -> list[str]:
    return [
        f"{name}: {address}"
        for name, text in found.items()
        for address in ADDRESS.findall(text)
        if not _leads_somewhere(address)
    ]


def permissions(text: str) -> dict[str, set[str]]:
    """What the table of permissions says: the roles of each rule it names."""
    rows = [[c.strip() for c in line.strip("|").split("|")] for line in text.splitlines()]
    head = next(row for row in rows if row[-1] == "Rule")
    told = [row for row in rows if len(row) == len(head) and RULE.fullmatch(row[-1])]
    return {
        row[-1].strip("`"): {r.strip("`") for r, cell in zip(head, row, strict=True) if cell == "✓"}
        for row in told
    }


def untrue_permissions(told: dict[str, set[str]]) -> list[str]:
    return [rule for rule, roles in told.items() if _roles_of(rule) != roles]


def code() -> str:
    return "\n".join(m.text for m in modules())


def test_links_commands_and_files_exist():
    assert broken_links(documents()) == []
    assert unknown_commands(documents()) == []
    assert missing_files(documents()) == []


def test_options_and_settings_exist():
    assert unknown_options(documents(), code()) == []
    assert unknown_settings(documents(), code()) == []


def test_addresses_lead_somewhere():
    assert dead_addresses(documents()) == []


def test_the_permissions_are_those_of_the_access_rules():
    told = permissions((DOCS / "permissions.md").read_text())

    assert len(told) > 10
    assert untrue_permissions(told) == []


def test_mutant_a_permission_told_too_generously():
    assert untrue_permissions({"cases.access.WORKS": {"caseworker", "lead", "admin"}})


def test_mutant_each_untruth_is_noticed():
    assert broken_links({"README.md": "[map](docs/nowhere.md)"})
    assert unknown_commands({"README.md": "run ./ketnoi dance"})
    assert unknown_options({"README.md": "./ketnoi demo --faster"}, '"--today"')
    assert unknown_settings({"README.md": "set KETNOI_MOOD"}, "KETNOI_MODE")
    assert missing_files({"README.md": "see `tests/nowhere.py`"})
    assert dead_addresses({"README.md": "open `/cb/khong-co-trang-nay/`"})


def _roles_of(rule: str) -> set[str]:
    module, _, name = rule.rpartition(".")
    return {str(r) for r in getattr(import_module(f"ketnoi.{module}"), name) if r in Role.values}


def _has_module(command: str) -> bool:
    return (SRC / "cli" / f"{command}.py").exists() or (SRC / "cli" / command).exists()


def _leads_somewhere(address: str) -> bool:
    try:
        return bool(resolve(address))
    except Resolver404:
        return False
