"""The key ring: one key per class, derived from a root key; data keys wrapped under them.

Which generation of which class is in use is said by the database (`kn.key_state()`), so that every
process agrees on it from one transaction to the next. No secret lies there: the roots are files.
"""

import secrets
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import connection

from ketnoi.foundation.crypto import keyfile

NONCE = 12
VERSION = b"\x01"
KEY_ID = 4
IS_KNOWN = "SELECT to_regprocedure('kn.key_state()') IS NOT NULL"
CURRENT = "SELECT kn.key_state()"

_state: ContextVar[str | None] = ContextVar("key_state", default=None)


class KeyClass(StrEnum):
    """What a key is for. A key of one class opens nothing of another."""

    IDENTITY = "identity"
    NARRATIVE = "narrative"
    ATTACHMENT = "attachment"
    INDEX = "index"
    LINKAGE = "linkage"
    AUDIT = "audit"
    CONTEXT = "context"
    SESSION = "session"


class Erased(Exception):
    """The data key was destroyed: what was sealed with it is gone for good."""


@dataclass(frozen=True)
class Generation:
    """The how-manieth key of a class, and from which root it comes (empty: the only one)."""

    number: int
    root: str = ""

    def __str__(self) -> str:
        return f"{self.number}@{self.root}"


FIRST = Generation(1)


class Ring:
    """The keys of one installation: its roots by name, and the generations in use.

    The state reads `identity=2@9f3a11bc+1@51d2c07e narrative=…`: of each class the generation
    that seals, then those that still open. A class that is not named is in its first.
    """

    def __init__(self, root: bytes, *older: bytes, state: str = "") -> None:
        self._root = root
        self._roots = {key_id(key).hex(): key for key in (root, *older)}
        self.generations = read_state(state)
        self._keys: dict[tuple[str, Generation], bytes] = {}
        self._named: dict[tuple[str, bytes], bytes] = {}

    def live(self, kind: str) -> tuple[Generation, ...]:
        """The generations of a class: the one that seals first, then those that still open."""
        return self.generations.get(kind, (FIRST,))

    def key(self, purpose: str) -> bytes:
        """The 32-byte key of a class (or of a finer purpose, such as `index:phone`)."""
        return self.keys(purpose)[0]

    def keys(self, purpose: str) -> list[bytes]:
        """The same key in each generation that is live, the one in use first."""
        kind = purpose.partition(":")[0]
        return [self._derived(purpose, generation) for generation in self.live(kind)]

    def wrap(self, data_key: bytes, *, owner: str) -> bytes:
        """Seal a data key so that only this ring, and only for this owner, opens it."""
        return self.seal(data_key, KeyClass.IDENTITY, f"data-key|{owner}")

    def unwrap(self, wrapped: bytes, *, owner: str) -> bytes:
        """The data key again. Raises InvalidTag when it was wrapped for somebody else."""
        if not wrapped:
            raise Erased
        return self.unseal(wrapped, KeyClass.IDENTITY, f"data-key|{owner}")

    def seal(self, plain: bytes, kind: str, place: str) -> bytes:
        """Lock something with the key of a class, for one place."""
        return lock(plain, self.key(kind), place)

    def unseal(self, sealed: bytes, kind: str, place: str) -> bytes:
        """Open it with whichever live key of the class it was locked with, or raise InvalidTag."""
        return unlock(sealed, self._key_named(kind, sealed[1 : 1 + KEY_ID]), place)

    def _key_named(self, kind: str, wanted: bytes) -> bytes:
        """Which live key of a class has this id: worked out once, a search opens hundreds."""
        if (kind, wanted) not in self._named:
            self._named |= {(kind, key_id(key)): key for key in self.keys(kind)}
        if (kind, wanted) not in self._named:
            raise InvalidTag
        return self._named[kind, wanted]

    def _derived(self, purpose: str, generation: Generation) -> bytes:
        place = purpose, generation
        if place not in self._keys:
            info = f"ketnoi:{generation.number}:{purpose}".encode()
            hkdf = HKDF(hashes.SHA256(), 32, salt=None, info=info)
            self._keys[place] = hkdf.derive(self._source(generation))
        return self._keys[place]

    def _source(self, generation: Generation) -> bytes:
        if not generation.root:
            return self._root
        if generation.root not in self._roots:
            raise keyfile.NoKey(f"Thiếu tệp khóa gốc {generation.root}.")
        return self._roots[generation.root]


def ring() -> Ring:
    """The ring of this installation, as the running transaction was told of it."""
    state = _state.get()
    return _ring(str(settings.KETNOI_KEYS), _ask() if state is None else state)


def tell(state: str | None) -> None:
    """From here on these generations are in use (None: ask the database again)."""
    _state.set(state)


def read_state(text: str) -> dict[str, tuple[Generation, ...]]:
    """The generations of each class, out of the text the database keeps."""
    classes = (part.split("=") for part in text.split())
    return {kind: tuple(map(_generation, said.split("+"))) for kind, said in classes}


def write_state(generations: dict[str, tuple[Generation, ...]]) -> str:
    """The text the database keeps."""
    return " ".join(f"{kind}={'+'.join(map(str, live))}" for kind, live in generations.items())


def new_data_key() -> bytes:
    """A fresh random key for one person."""
    return secrets.token_bytes(32)


def lock(plain: bytes, key: bytes, place: str) -> bytes:
    """Version, key id, nonce and AES-256-GCM ciphertext, bound to the place it belongs to."""
    nonce = secrets.token_bytes(NONCE)
    head = VERSION + key_id(key)
    return head + nonce + AESGCM(key).encrypt(nonce, plain, head + place.encode())


def unlock(sealed: bytes, key: bytes, place: str) -> bytes:
    """The plain bytes. Raises InvalidTag for another key, another place or a changed byte."""
    head, rest = sealed[: 1 + KEY_ID], sealed[1 + KEY_ID :]
    return AESGCM(key).decrypt(rest[:NONCE], rest[NONCE:], head + place.encode())


def key_id(key: bytes) -> bytes:
    """Four bytes that name a key without saying anything about it."""
    digest = hashes.Hash(hashes.SHA256())
    digest.update(b"ketnoi:key-id:" + key)
    return digest.finalize()[:KEY_ID]


def _generation(said: str) -> Generation:
    number, _, root = said.partition("@")
    return Generation(int(number), root)


def _ask() -> str:
    with connection.cursor() as cursor:
        cursor.execute(IS_KNOWN)
        if not cursor.fetchone()[0]:
            return ""
        cursor.execute(CURRENT)
        state = cursor.fetchone()[0]
    tell(state)
    return state


@lru_cache(maxsize=4)
def _ring(folder: str, state: str) -> Ring:
    return Ring(*keyfile.read_all(Path(folder)), state=state)
