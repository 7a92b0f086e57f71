"""Exact keyed tags: the same phone or paper gives the same number, and nobody can turn it back."""

import hmac
from hashlib import sha256

from ketnoi.foundation.crypto.ring import KeyClass, ring


def tag(purpose: str, value: str) -> int:
    """A signed 64-bit tag of a canonical value; each purpose has a key of its own."""
    key = ring().key(f"{KeyClass.INDEX}:{purpose}")
    digest = hmac.new(key, value.encode(), sha256).digest()
    return int.from_bytes(digest[:8], "big", signed=True)
