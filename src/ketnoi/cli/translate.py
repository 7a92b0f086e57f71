"""`ketnoi translate`: collects the words of every screen, and compiles what was translated.

Vietnamese is the language of the source. English holds every string, Khmer those of public pages.
A Khmer string is reviewed once somebody who speaks it changed its comment to `reviewed: yes`.
Production gets the reviewed ones and, marked, the Vietnamese of the others; the demo and the
tests get the drafts.
"""

import argparse
import io
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polib  # type: ignore[import-untyped]
from babel.messages.extract import extract_python
from django.utils.translation.template import templatize

from ketnoi.cli.speech import say
from ketnoi.foundation.languages import CLOSE, DRAFT, DRAFT_MARK, OPEN

PACKAGE = Path(__file__).resolve().parents[1]
LOCALE = PACKAGE / "locale"
DRAFTS = LOCALE / "draft"
CATALOGUE = Path("LC_MESSAGES") / "django.po"
REVIEWED, UNREVIEWED = "reviewed: yes", "reviewed: no"
PLURALS = {"en": "nplurals=2; plural=(n != 1);", "km": "nplurals=1; plural=0;"}
NOT_ON_SCREEN = {"tests", "migrations", "locale", "cli", "demo", "bench"}

OF_PUBLIC_PAGES = "public_"
KEYWORDS = (
    *("_", OF_PUBLIC_PAGES, "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"),
    *("pgettext", "pgettext_lazy", "npgettext", "npgettext_lazy"),
)
EXTENDS = re.compile(r"{%\s*extends\s+[\"']([^\"'#]+)")
USES = re.compile(r"{%\s*(?:extends|include)\s+[\"']([^\"'#]+)")
# Python whose words stand on public pages, though nothing in the file says so.
ALSO_PUBLIC = (
    "site/public.py",
    "site/templatetags/",
    "directory/queries/__init__.py",
    "directory/queries/entries.py",
    "directory/queries/trusted.py",
    "directory/terms.py",
)
THE_PUBLIC_PAGE, THE_LIBRARY = "public.html", "ui/"
# Texts of public pages that are data, and what in them is said to a reader.
PUBLIC_TEXTS = "learning/data/*.toml"
SAID_THERE = {"name", "about", "title", "says", "asks", "of_sign", "of_other"}

Key = tuple[str, str]


@dataclass
class Text:
    """One string of the screens: its context, its plural, where it stands."""

    context: str
    words: str
    plural: str = ""
    public: bool = False
    files: set[str] = field(default_factory=set)

    @property
    def key(self) -> Key:
        """What makes it the same string in another file."""
        return self.context, self.words


def read(parser: argparse.ArgumentParser, typed: list[str]) -> argparse.Namespace:
    """The one choice: write, or only look."""
    parser.add_argument(
        "--check", action="store_true", help="chỉ xem có thiếu không / only say what is missing"
    )
    return parser.parse_args(typed)


def run(told: argparse.Namespace) -> int:
    """Bring the catalogues up to date, or say what is missing in them."""
    texts = collect()
    if told.check:
        found = problems(texts)
        print("\n".join(found) or "ok")
        return 1 if found else 0
    for name, content in catalogues(texts).items():
        _write(name, content)
    for line in counts(texts):
        say(line)
    return 0


def collect(package: Path = PACKAGE) -> dict[Key, Text]:
    """Every string of the screens, in the order of the alphabet."""
    texts: dict[Key, Text] = {}
    public = public_templates(package)
    for path in _sources(package):
        place = path.relative_to(package).as_posix()
        for text in _texts_of(path):
            known = texts.setdefault(text.key, text)
            known.files.add(place)
            known.public |= text.public or path in public or place.startswith(ALSO_PUBLIC)
            known.plural = known.plural or text.plural
    for path in sorted(package.glob(PUBLIC_TEXTS)):
        for words in _said_in(tomllib.loads(path.read_text())):
            known = texts.setdefault(("", words), Text("", words))
            known.files.add(path.relative_to(package).as_posix())
            known.public = True
    return dict(sorted(texts.items()))


def public_templates(package: Path = PACKAGE) -> set[Path]:
    """Templates of public pages: those that build on public.html, and all that they are made of."""
    found = {_name(path): path for path in package.rglob("templates/**/*.html")}
    texts = {name: path.read_text() for name, path in found.items()}
    pages = _grown(
        {THE_PUBLIC_PAGE},
        lambda known: {n for n in texts if known & set(EXTENDS.findall(texts[n]))},
    )
    library = {name for name in texts if name.startswith(THE_LIBRARY)}
    parts = _grown(
        pages | library,
        lambda known: {u for n in known & set(texts) for u in USES.findall(texts[n])},
    )
    return {found[name] for name in parts & set(found)}


def catalogues(texts: dict[Key, Text]) -> dict[Path, bytes]:
    """Every file of the catalogues as it should be."""
    english, khmer = catalogue("en", texts), catalogue("km", texts)
    return {
        LOCALE / "en" / CATALOGUE: str(english).encode(),
        LOCALE / "km" / CATALOGUE: str(khmer).encode(),
        _compiled(LOCALE / "en" / CATALOGUE): english.to_binary(),
        _compiled(LOCALE / "km" / CATALOGUE): for_production(khmer).to_binary(),
        _compiled(DRAFTS / "km" / CATALOGUE): as_draft(khmer).to_binary(),
    }


def catalogue(language: str, texts: dict[Key, Text]) -> polib.POFile:
    """The catalogue of a language: what the screens need, with what was translated before."""
    path = LOCALE / language / CATALOGUE
    before = {_key(entry): entry for entry in polib.pofile(str(path))} if path.exists() else {}
    fresh = _empty(language)
    for text in texts.values():
        if language == "en" or text.public:
            fresh.append(_entry(language, text, before.get(text.key)))
    return fresh


def for_production(khmer: polib.POFile) -> polib.POFile:
    """Reviewed Khmer; where it is missing the Vietnamese, marked so that the page can say so."""
    shown = _empty("km")
    for entry in khmer:
        if is_reviewed(entry):
            shown.append(entry)
            continue
        words = OPEN + entry.msgid + CLOSE
        several = {"msgid_plural": entry.msgid_plural, "msgstr_plural": {0: words}}
        once = several if entry.msgid_plural else {"msgstr": words}
        shown.append(polib.POEntry(msgid=entry.msgid, msgctxt=entry.msgctxt, **once))
    return shown


def as_draft(khmer: polib.POFile) -> polib.POFile:
    """All Khmer there is, and the mark of a draft as long as one string waits for review."""
    shown = _empty("km")
    shown.extend(khmer)
    if not all(is_reviewed(entry) for entry in khmer):
        shown.append(polib.POEntry(msgid=DRAFT, msgstr=DRAFT_MARK))
    return shown


def is_reviewed(entry: polib.POEntry) -> bool:
    """Whether somebody who speaks Khmer agreed to this string."""
    return is_translated(entry) and REVIEWED in entry.tcomment.splitlines()


def is_translated(entry: polib.POEntry) -> bool:
    """Whether it has words in the other language."""
    return bool(entry.msgstr or all(entry.msgstr_plural.values()) and entry.msgstr_plural)


def problems(texts: dict[Key, Text]) -> list[str]:
    """What is missing: strings without translation, files that are out of date."""
    fresh = catalogues(texts)
    return [
        *(f"{code}: {words}" for code in PLURALS for words in untranslated(catalogue(code, texts))),
        *(
            f"out of date, run ketnoi translate: {path.relative_to(PACKAGE)}"
            for path, content in fresh.items()
            if not path.exists() or path.read_bytes() != content
        ),
    ]


def untranslated(entries: polib.POFile) -> list[str]:
    """The strings of a catalogue that still have no words in its language."""
    return [entry.msgid for entry in entries if not is_translated(entry)]


def counts(texts: dict[Key, Text]) -> Iterator[str]:
    """How far each language is, one line for each."""
    for code in PLURALS:
        entries = catalogue(code, texts)
        line = f"{code}: {len(entries)} / thiếu, missing {len(untranslated(entries))}"
        waiting = sum(not is_reviewed(entry) for entry in entries)
        yield line if code == "en" else f"{line} / chưa duyệt, unreviewed {waiting}"


def _sources(package: Path) -> Iterator[Path]:
    for path in sorted(package.rglob("*")):
        inside = set(path.relative_to(package).parts)
        is_template = path.suffix in {".html", ".txt"} and "templates" in inside
        if (is_template or path.suffix == ".py") and not NOT_ON_SCREEN & inside:
            yield path


def _texts_of(path: Path) -> Iterator[Text]:
    code = path.read_text()
    if path.suffix != ".py":
        code = "\n".join(line.lstrip() for line in templatize(code).splitlines())
    calls = extract_python(io.BytesIO(code.encode()), dict.fromkeys(KEYWORDS), (), {})
    for _line, function, said, _comments in calls:
        if text := _text(str(function), [said] if isinstance(said, str) else list(said or ())):
            yield text


def _said_in(data: Any, key: str = "") -> Iterator[str]:
    """What a data file says to a reader, however deep it lies."""
    if isinstance(data, (dict, list)):
        for name, value in data.items() if isinstance(data, dict) else ((key, v) for v in data):
            yield from _said_in(value, name)
    elif key in SAID_THERE:
        yield data


def _text(function: str, said: list[str | None]) -> Text | None:
    context = (said.pop(0) or "") if said and "pgettext" in function else ""
    if not said or not said[0]:
        return None
    plural = (said[1] or "") if function.startswith("n") and len(said) > 1 else ""
    return Text(context, said[0], plural, public=function == OF_PUBLIC_PAGES)


def _grown(names: set[str], more: Callable[[set[str]], set[str]]) -> set[str]:
    while fresh := more(names) - names:
        names = names | fresh
    return names


def _name(template: Path) -> str:
    inside = template.parts
    return "/".join(inside[inside.index("templates") + 1 :])


def _entry(language: str, text: Text, before: polib.POEntry | None) -> polib.POEntry:
    entry = polib.POEntry(
        msgid=text.words,
        msgctxt=text.context or None,
        occurrences=[(place, "") for place in sorted(text.files)],
        flags=["python-format"] if "%(" in text.words else [],
    )
    if text.plural:
        entry.msgid_plural = text.plural
        forms = int(PLURALS[language].split("=")[1][0])
        entry.msgstr_plural = dict.fromkeys(range(forms), "")
    if before:
        entry.msgstr, entry.tcomment = before.msgstr, before.tcomment
        entry.msgstr_plural = before.msgstr_plural or entry.msgstr_plural
    if language == "km" and "reviewed:" not in entry.tcomment:
        entry.tcomment = UNREVIEWED
    return entry


def _empty(language: str) -> polib.POFile:
    entries = polib.POFile(wrapwidth=96)
    entries.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS[language],
    }
    return entries


def _key(entry: polib.POEntry) -> Key:
    return entry.msgctxt or "", entry.msgid


def _compiled(path: Path) -> Path:
    return path.with_suffix(".mo")


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
