"""Keyed tokens of a record: they find her again, and whoever lacks the key learns nothing.

Each token is an HMAC of several parts taken together (name, day, place, phone), so that nothing
shows which part is like another. Source: Christen et al. 2017 and 2018, on why not Bloom filters;
`./ketnoi bench link`.
"""

import hmac
from collections import defaultdict
from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Any

from ketnoi.linkage.rules.normal import COLUMNS

PARTS: dict[str, tuple[str, ...]] = {
    "cccd": ("cccd",),
    "cmnd": ("cmnd",),
    "phone+given": ("phone", "given"),
    "phone+year": ("phone", "year"),
    "bag+born": ("bag", "born"),
    "bag+year": ("bag", "year"),
    "bag+commune": ("bag", "commune"),
    "sound+year": ("sound", "year"),
    "short+born": ("short", "born"),
    "given+born": ("given", "born"),
    "family+born": ("family", "born"),
    "born+commune": ("born", "commune"),
    "short+year+commune": ("short", "year", "commune"),
    "given+year+commune": ("given", "year", "commune"),
}
"""Which parts are taken together."""
WORTH = {
    "cccd": 14.0, "cmnd": 11.0, "phone+given": 7.0, "phone+year": 6.0, "bag+born": 6.0,
    "bag+year": 3.0, "bag+commune": 3.0, "sound+year": 1.0, "short+born": 3.0, "given+born": 3.0,
    "family+born": 2.5, "born+commune": 3.0, "short+year+commune": 2.0, "given+year+commune": 1.5,
}  # fmt: skip
"""How much an agreement says. Agreements overlap, so that a sum is a rank and no probability."""
ALIKE = 7.5
"""From here on a person should be asked."""
SIZE = 16


def tokens(values: tuple[Any, ...], key: bytes) -> dict[str, str]:
    """The tokens of one record, by what they are made of; what is missing makes none."""
    known = dict(zip(COLUMNS, values, strict=True))
    made = {}
    for kind, parts in PARTS.items():
        if all(known[part] for part in parts):
            made[kind] = keyed(f"{kind}|" + "|".join(str(known[part]) for part in parts), key)
    return made


def keyed(text: str, key: bytes) -> str:
    """A short keyed digest of a text."""
    return hmac.new(key, text.encode(), sha256).hexdigest()[:SIZE]


def rank(
    made: dict[str, str], find: Callable[[str], Iterable[int]], *, crowd: int = 200
) -> list[tuple[float, int]]:
    """Records that share tokens, most alike first. What is shared by a crowd says little."""
    weight: defaultdict[int, float] = defaultdict(float)
    for kind, token in made.items():
        found = list(find(token))
        for pk in found if len(found) <= crowd else ():
            weight[pk] += WORTH[kind] / (1 + len(found) / 25)
    return sorted(((w, pk) for pk, w in weight.items()), key=lambda pair: (-pair[0], pair[1]))
