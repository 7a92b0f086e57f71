"""Closing something for an agency: anybody can, and only the agency's own key opens it.

HPKE (RFC 9180) with X25519, HKDF-SHA256 and AES-256-GCM, as the cryptography package has it.
"""

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def new_pair() -> tuple[bytes, bytes]:
    """A fresh pair: what others close with, and the secret that opens."""
    secret = X25519PrivateKey.generate()
    return secret.public_key().public_bytes_raw(), secret.private_bytes_raw()


def close(plain: bytes, *, to: bytes, place: str) -> bytes:
    """Close it for the holder of a secret, bound to the place it belongs to."""
    return SUITE.encrypt(plain, X25519PublicKey.from_public_bytes(to), info=place.encode())


def reopen(closed: bytes, *, secret: bytes, place: str) -> bytes:
    """What is inside. Raises InvalidTag for another secret, another place or a changed byte."""
    return SUITE.decrypt(closed, X25519PrivateKey.from_private_bytes(secret), info=place.encode())
