"""The root key for three holders, any two of whom bring it back together; one alone cannot.

For each pair it is closed with age to one of them, and that again to the other: no scheme of our
own. The file holds three such boxes, the public names of the holders, and the name of the key.
"""

import base64
import json
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import pyrage

from ketnoi.foundation.crypto import keyfile
from ketnoi.foundation.crypto.ring import key_id

HOLDERS = 3
NAME = "escrow.json"
SECRET = "AGE-SECRET-KEY-"  # noqa: S105 - how such a line begins


class NoEscrow(RuntimeError):
    """The holders or the file do not do. The message says why."""


def names(typed: Iterable[str]) -> list[str]:
    """The three holders, each another, each somebody to whom age can close a box."""
    given = list(dict.fromkeys(name.strip() for name in typed))
    try:
        for name in given:
            pyrage.x25519.Recipient.from_str(name)
    except Exception as error:
        raise NoEscrow("Mỗi người giữ là một khóa age1…") from error
    if len(given) != HOLDERS:
        raise NoEscrow("Cần đúng ba người giữ khác nhau.")
    return given


def write(root: bytes, holders: Iterable[str]) -> str:
    """The file for the holders."""
    boxes = [{"to": pair, "box": _close(root, pair)} for pair in combinations(names(holders), 2)]
    return json.dumps({"ketnoi": "escrow", "key": key_id(root).hex(), "boxes": boxes}, indent=1)


def key_named(text: str) -> str:
    """The name of the key in the file."""
    return _read(text)["key"]


def recover(text: str, secrets: Iterable[str]) -> bytes:
    """The root key, with the secrets of two of the three."""
    told = _read(text)
    known = {str(one.to_public()): one for one in map(_identity, secrets)}
    for box in told["boxes"]:
        if set(box["to"]) <= set(known):
            root = _open(box["box"], [known[name] for name in box["to"]])
            if len(root) == keyfile.SIZE and key_id(root).hex() == told["key"]:
                return root
    raise NoEscrow("Cần tệp bí mật của hai trong ba người giữ của bản này.")


def secret_in(text: str) -> str:
    """The secret line of a file that age-keygen wrote."""
    lines = [line.strip() for line in text.splitlines() if line.startswith(SECRET)]
    if not lines:
        raise NoEscrow("Tệp này không có dòng AGE-SECRET-KEY.")
    return lines[0]


def on_file(folder: Path) -> str | None:
    """The name of the key in the escrow file that lies beside the root key, if there is one."""
    path = folder / NAME
    return key_named(path.read_text()) if path.exists() else None


def _close(root: bytes, pair: tuple[str, str]) -> str:
    inside = root
    for name in pair:
        inside = pyrage.encrypt(inside, [pyrage.x25519.Recipient.from_str(name)])
    return base64.b64encode(inside).decode()


def _open(box: str, pair: list) -> bytes:
    inside = base64.b64decode(box)
    for identity in reversed(pair):
        inside = pyrage.decrypt(inside, [identity])
    return inside


def _identity(secret: str) -> "pyrage.x25519.Identity":
    return pyrage.x25519.Identity.from_str(secret)


def _read(text: str) -> dict:
    try:
        told = json.loads(text)
        return {"key": str(told["key"]), "boxes": list(told["boxes"])}
    except (ValueError, KeyError, TypeError) as error:
        raise NoEscrow("Đây không phải tệp ký gửi khóa của Kết Nối.") from error
