"""Excel lists as people send them: where the heads are, what a cell says, what is no list at all.

Nothing in a file is run: a formula is either read as the value Excel kept of it, or shown as one.
"""

import csv
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from ketnoi.foundation.vietnamese.text import fold, nfc

FORMULA = "="
"""With what a cell begins that holds a formula and is not read as its value."""
LOOKED_FOR_HEADS = 20
MOST_COLUMNS, LARGEST_MERGE = 60, 5000
UTF_16, PARTED_BY, LOOKED_AT = (b"\xff\xfe", b"\xfe\xff"), ",;\t", 4000

Line = tuple[Any, ...]


class NoList(ValueError):
    """The file is no list that can be read."""


class TooLong(NoList):
    """It has more lines than one list may have: half of it would be worse than none."""


@dataclass(frozen=True)
class Shape:
    """What a list looks like: its heads by what they are, and how much of it is read.

    needed: without this head there is no list. lost_zero: how many digits are left where Excel
    dropped the zero in front. parts_of_twelve: where "9/12" is a school year and no day. moments:
    where the hour of a day matters. takes_csv: a list in plain text is read as well.
    """

    heads: Mapping[str, re.Pattern[str]]
    needed: str
    lost_zero: Mapping[str, int] = field(default_factory=dict)
    parts_of_twelve: frozenset[str] = frozenset()
    moments: frozenset[str] = frozenset()
    most_rows: int = 100_000
    most_lines: int = 200_000
    most_bytes: int = 20_000_000
    most_unpacked: int = 300_000_000
    shows_formulas: bool = False
    fills_merged: bool = False
    takes_csv: bool = False


def rows(content: bytes, shape: Shape) -> Iterator[tuple[int, dict[str, str]]]:
    """The filled lines under the heads: the number of the line, and its cells by what they are."""
    from openpyxl import load_workbook

    if shape.takes_csv and not zipfile.is_zipfile(io.BytesIO(content)):
        yield from _under_heads(_plain(content, shape), shape)
        return
    _bounded(content, shape)
    try:
        book = load_workbook(
            io.BytesIO(content),
            read_only=not shape.fills_merged,
            data_only=not shape.shows_formulas,
        )
        yield from _under_heads(_lines(book.worksheets[0], shape), shape)
    except NoList:
        raise
    except (KeyError, IndexError, OSError, TypeError, zipfile.BadZipFile, ValueError) as error:
        raise NoList from error


def _bounded(content: bytes, shape: Shape) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            size = sum(part.file_size for part in packed.infolist())
    except zipfile.BadZipFile as error:
        raise NoList from error
    if len(content) > shape.most_bytes or size > shape.most_unpacked:
        raise NoList


def _plain(content: bytes, shape: Shape) -> Iterator[Line]:
    """The lines of a list in plain text, by whichever sign its cells are parted."""
    if len(content) > shape.most_bytes:
        raise NoList
    try:
        text = content.decode("utf-16" if content[:2] in UTF_16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise NoList from error
    parted = max(PARTED_BY, key=text[:LOOKED_AT].count)
    try:
        for line in csv.reader(io.StringIO(text), delimiter=parted):
            yield tuple(line)
    except csv.Error as error:
        raise NoList from error


def _lines(sheet: Any, shape: Shape) -> Iterator[Line]:
    if not shape.fills_merged:
        return sheet.iter_rows(values_only=True)
    if sheet.max_row > shape.most_lines:
        raise TooLong
    return _filled_down(sheet)


def _filled_down(sheet: Any) -> Iterator[Line]:
    """Lines in which a merged cell says its value everywhere that it lies over."""
    said: dict[tuple[int, int], Any] = {}
    for merged in sheet.merged_cells.ranges:
        if merged.size["rows"] * merged.size["columns"] <= LARGEST_MERGE:
            value = sheet.cell(merged.min_row, merged.min_col).value
            said |= dict.fromkeys(merged.cells, value)
    for number, line in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True), 1):
        yield tuple(said.get((number, at), cell) for at, cell in enumerate(line, 1))


def _under_heads(lines: Iterator[Line], shape: Shape) -> Iterator[tuple[int, dict[str, str]]]:
    heads: dict[str, int] = {}
    filled = 0
    for number, line in enumerate(lines, start=1):
        if not heads:
            heads = _heads(line, shape)
            if not heads and number >= LOOKED_FOR_HEADS:
                break
        elif any(cell not in (None, "") for cell in line):
            filled += 1
            if number > shape.most_lines or filled > shape.most_rows:
                raise TooLong
            yield number, {part: _cell(line, heads.get(part), part, shape) for part in shape.heads}
    if not heads:
        raise NoList


def _heads(line: Line, shape: Shape) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, cell in enumerate(line):
        words = " ".join(re.findall(r"\w+", fold(str(cell or ""))))
        for part, pattern in shape.heads.items():
            if part not in found and at not in found.values() and pattern.fullmatch(words):
                found[part] = at
    return found if shape.needed in found else {}


def _cell(line: Line, at: int | None, part: str, shape: Shape) -> str:
    value = line[at] if at is not None and at < len(line) else None
    if value is None:
        return ""
    if part in shape.moments and isinstance(value, (datetime, time)):
        return f"{value:%d/%m/%Y %H:%M:%S}" if isinstance(value, datetime) else f"{value:%H:%M:%S}"
    if isinstance(value, (datetime, date)):
        day = f"{value.day:02d}/{value.month:02d}/{value.year}"
        return f"{value.day}/{value.month}" if part in shape.parts_of_twelve else day
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return _lost_zero(str(value), shape.lost_zero.get(part))
    if not isinstance(value, (str, float, bool)):
        return FORMULA
    seen = (c if unicodedata.category(c)[0] != "C" else " " for c in nfc(str(value)))
    text = " ".join("".join(seen).split())
    return _lost_zero(text, shape.lost_zero.get(part)) if shape.takes_csv else text


def _lost_zero(number: str, left: int | None) -> str:
    """Excel drops the zero in front of what it takes for an amount."""
    return f"0{number}" if len(number) == left else number
