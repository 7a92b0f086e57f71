"""Signing with the key of class AUDIT: anybody can check a seal, only we make one."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from ketnoi.foundation.crypto.ring import KeyClass, ring


def sign(message: bytes) -> bytes:
    """The signature of this installation under a message."""
    return _private().sign(message)


def public_key() -> bytes:
    """The 32 bytes with which others check what this installation signs."""
    return _private().public_key().public_bytes_raw()


def is_signed(message: bytes, signature: bytes, key: bytes) -> bool:
    """Whether the holder of this key signed exactly this message."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def _private() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(ring().key(KeyClass.AUDIT))
