"""Reading the house: where its files lie, and what stands in them."""

import ast
import configparser
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "ketnoi"
DOCS = ROOT / "docs"
CONTRACTS = ROOT / ".importlinter"

ROOMS = ("urls", "views", "forms", "actions", "queries", "access", "models", "rules", "terms")
ANNEXES = ("apps", "jobs", "middleware", "migrations", "tests")
OPEN_ROOMS = ("queries", "actions", "terms")
TOLD_ROOMS = ("actions", "queries", "access", "models", "rules", "terms")
TOP = ("__main__", "cli", "demo", "bench", "simulation", "site")
GROUND = "foundation"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One Python file: its dotted name below `ketnoi`, and its text."""

    name: str
    text: str

    @property
    def tree(self) -> ast.Module:
        return parsed(self.text)

    @property
    def domain(self) -> str:
        return self.name.split(".")[0]

    @property
    def room(self) -> str:
        return (self.name.split(".") + [""])[1]

    @property
    def is_test(self) -> bool:
        return "tests" in self.name.split(".")


@cache
def parsed(text: str) -> ast.Module:
    return ast.parse(text)


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the house, tests and migrations too."""
    return tuple(Module(_dotted(p), p.read_text()) for p in sorted(SRC.rglob("*.py")))


def product() -> list[Module]:
    """Every module that is neither a test nor a migration."""
    return [m for m in modules() if not m.is_test and "migrations" not in m.name.split(".")]


def bad(text: str, name: str = "cases.queries") -> list[Module]:
    """A bad example: one module with this text."""
    return [Module(name, text)]


@cache
def contract(name: str) -> configparser.SectionProxy:
    parser = configparser.ConfigParser()
    parser.read_string(CONTRACTS.read_text())
    return parser[f"importlinter:contract:{name}"]


def listed(name: str, key: str) -> list[str]:
    """The lines of a list in one of the import contracts."""
    return [line.strip() for line in contract(name)[key].splitlines() if line.strip()]


@cache
def floors() -> dict[str, int]:
    """How high each domain stands; the foundation is 0."""
    layers = listed("floors", "layers")
    return {
        name.strip(" ()"): height
        for height, layer in enumerate(reversed(layers))
        for name in layer.split("|")
    }


def domains() -> list[str]:
    """The domains that exist: packages between `site` and `foundation`."""
    return [
        p.parent.name
        for p in sorted(SRC.glob("*/__init__.py"))
        if p.parent.name not in (*TOP, GROUND)
    ]


def functions(tree: ast.AST) -> Iterator[Function]:
    """Every function, methods and inner functions too."""
    return (n for n in ast.walk(tree) if isinstance(n, Function))


def classes(tree: ast.AST) -> Iterator[ast.ClassDef]:
    return (n for n in ast.walk(tree) if isinstance(n, ast.ClassDef))


def public_functions(tree: ast.Module) -> Iterator[Function]:
    """Public functions of a module, and public methods of its public classes."""
    for node in tree.body:
        if isinstance(node, Function) and not node.name.startswith("_"):
            yield node
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from _methods(node)


def length(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def body_length(function: Function) -> int:
    """Lines below the signature: an action names each of its arguments on a line of its own."""
    return (function.end_lineno or 0) - function.body[0].lineno + 1


def templates() -> dict[str, str]:
    """Every template by the name under which it is loaded, with its text."""
    found = {}
    for folder in SRC.glob("*/templates"):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix in {".html", ".txt", ".svg", ".xml"}:
                found[path.relative_to(folder).as_posix()] = path.read_text()
    return found


def _methods(node: ast.ClassDef) -> Iterator[Function]:
    if "Protocol" in {ast.unparse(base) for base in node.bases}:
        return
    for child in node.body:
        if isinstance(child, Function) and not child.name.startswith("_"):
            yield child


def _dotted(path: Path) -> str:
    parts = path.relative_to(SRC).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)
