"""How people write the name of a place, and what they may mean by it."""

import re
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt

from ketnoi.foundation.vietnamese.text import fold, nfc

EARTH_KM = 6371.0
SIGNS = str.maketrans(
    {**dict.fromkeys("'’‘ʼ`´\0"), **dict.fromkeys(".-–()", " "), ";": ",", "/": ","}
)
SHORT_FOR = {
    "x": "xa",
    "p": "phuong",
    "tt": "thi tran",
    "dk": "dac khu",
    "h": "huyen",
    "q": "quan",
    "tx": "thi xa",
    "tp": "thanh pho",
    "t": "tinh",
}
KINDS = "xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tinh"
ANY_KIND, FIRST_KIND = re.compile(rf"\b({KINDS})\b"), re.compile(rf"^({KINDS}) ")
GLUED = re.compile(r"^([pq])(?=\d)")
OLD, OLD_FOLDED = re.compile(r"\bcũ\b", re.IGNORECASE), " cu"


@dataclass(frozen=True)
class Meaning:
    """One way to understand a typed place: its parts, smallest first; perhaps only as it was.

    `spelled` is the first part with its marks: Tân Thành and Tân Thạnh are one only when folded.
    """

    parts: tuple[str, ...]
    only_former: bool = False
    spelled: str = field(default="", compare=False)


def plain(text: str) -> str:
    """A name as it is compared: folded, apostrophes and dots gone. Source: the data's spelling."""
    return fold(text.translate(SIGNS))


def bare(text: str) -> str:
    """The same without its kind: "Xã Mỹ Hương" is "my huong". Source: the data's spelling."""
    return FIRST_KIND.sub("", plain(text))


def words(*names: str) -> str:
    """Names as they are searched: a word begins after a space, a whole name ends at a comma.

    Source: the network's own rule.
    """
    return "".join(f" {plain(name)}," for name in names if name)


def meanings(text: str) -> list[Meaning]:
    """What somebody may mean, likeliest first: as typed, the old name, without kinds, by words.

    Source: the network's own rule, from how people write addresses.
    """
    typed = nfc(text)
    given = OLD.sub(" ", typed).translate(SIGNS)
    listed = [part for part in given.split(",") if plain(part)]
    parts, spelled = tuple(_spelled_out(plain(part)) for part in listed), _with_marks(listed)
    found = [Meaning(parts, OLD.search(typed) is not None, spelled)]
    if parts and parts[-1].endswith(OLD_FOLDED):
        parts = (*parts[:-1], parts[-1].removesuffix(OLD_FOLDED))
        found.append(Meaning(parts, only_former=True))
    found.append(Meaning(tuple(bare(part) for part in parts), spelled=spelled))
    found.append(Meaning(tuple(ANY_KIND.sub(" ", " ".join(parts)).split())))
    return [m for m in dict.fromkeys(found) if m.parts]


def kilometres(here: tuple[float, float], there: tuple[float, float]) -> float:
    """How far two points are apart, as the crow flies. Source: the haversine formula."""
    (lat1, lon1), (lat2, lon2) = here, there
    half_lat, half_lon = radians(lat2 - lat1) / 2, radians(lon2 - lon1) / 2
    chord = sin(half_lat) ** 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(half_lon) ** 2
    return 2 * EARTH_KM * asin(sqrt(chord))


def _with_marks(parts: list[str]) -> str:
    if not parts:
        return ""
    length = len(bare(_spelled_out(plain(parts[0]))).split())
    return " ".join(parts[0].split()[-length:])


def _spelled_out(part: str) -> str:
    first, _space, rest = GLUED.sub(r"\1 ", part).partition(" ")
    return f"{SHORT_FOR.get(first, first)} {rest}" if rest else part
