"""Signing with the key of class AUDIT: anybody can check a seal, only we make one."""

from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings

from ketnoi.foundation.crypto.ring import KeyClass, key_id, ring

KEPT = "audit-public-"


def sign(message: bytes) -> bytes:
    """The signature of this installation under a message."""
    return _private().sign(message)


def public_key() -> bytes:
    """The 32 bytes with which others check what this installation signs."""
    return _public(ring().key(KeyClass.AUDIT))


def public_keys() -> set[bytes]:
    """The same, and those from before the key was changed, as they lie beside the root key."""
    kept = Path(settings.KETNOI_KEYS).glob(f"{KEPT}*")
    return {public_key(), *(bytes.fromhex(path.read_text().strip()) for path in kept)}


def keep_public_keys() -> None:
    """Keep what others check our seals with for the time after the key was changed."""
    for key in ring().keys(KeyClass.AUDIT)[1:]:
        path = Path(settings.KETNOI_KEYS) / f"{KEPT}{key_id(key).hex()}"
        path.write_text(_public(key).hex() + "\n")


def is_signed(message: bytes, signature: bytes, key: bytes) -> bool:
    """Whether the holder of this key signed exactly this message."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def _public(key: bytes) -> bytes:
    return Ed25519PrivateKey.from_private_bytes(key).public_key().public_bytes_raw()


def _private() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(ring().key(KeyClass.AUDIT))
