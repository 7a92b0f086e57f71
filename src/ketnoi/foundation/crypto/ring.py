"""The key ring: one key per class, derived from the root key; data keys wrapped under them."""

import secrets
from enum import StrEnum
from functools import lru_cache

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from ketnoi.foundation.crypto import keyfile

NONCE = 12
VERSION = b"\x01"
KEY_ID = 4


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


class Ring:
    """The keys of one installation."""

    def __init__(self, root: bytes) -> None:
        self._root = root
        self._keys: dict[str, bytes] = {}

    def key(self, purpose: str) -> bytes:
        """The 32-byte key of a class (or of a finer purpose, such as `index:phone`)."""
        if purpose not in self._keys:
            hkdf = HKDF(hashes.SHA256(), 32, salt=None, info=b"ketnoi:1:" + purpose.encode())
            self._keys[purpose] = hkdf.derive(self._root)
        return self._keys[purpose]

    def wrap(self, data_key: bytes, *, owner: str) -> bytes:
        """Seal a data key so that only this ring, and only for this owner, opens it."""
        return lock(data_key, self.key(KeyClass.IDENTITY), f"data-key|{owner}")

    def unwrap(self, wrapped: bytes, *, owner: str) -> bytes:
        """The data key again. Raises InvalidTag when it was wrapped for somebody else."""
        if not wrapped:
            raise Erased
        return unlock(wrapped, self.key(KeyClass.IDENTITY), f"data-key|{owner}")


def ring() -> Ring:
    """The ring of this installation."""
    return _ring(str(settings.KETNOI_KEYS))


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


@lru_cache(maxsize=4)
def _ring(folder: str) -> Ring:
    from pathlib import Path

    return Ring(keyfile.read(Path(folder)))
