"""One-time links: a token nobody guesses, a code told by phone, a key only the token opens.

Of the token the database keeps a hash, of the code a salted one. What is locked with the token
cannot be opened with the database, nor with the root key: whoever wants it must hold the link.
"""

import secrets
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.contrib.auth.hashers import check_password, make_password
from django.core.signing import BadSignature, TimestampSigner

from ketnoi.foundation.crypto.ring import lock, unlock

TOKEN_BYTES = 24
CODE_DIGITS = 6
VISIT = "ketnoi:guest-visit"
VISIT_LASTS = 15 * 60


def new_token() -> str:
    """A fresh token for an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def new_code() -> str:
    """Six digits to be told by phone."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"


def id_of(token: str) -> UUID:
    """The id of the link a token belongs to: half of a hash, from which no token is found."""
    return UUID(bytes=sha256(b"ketnoi:link-id:" + token.encode()).digest()[:16])


def code_mark(link: UUID, code: str) -> str:
    """What is kept of a code: salted, and slow to try out."""
    return make_password(f"{link}:{code}")


def is_code(link: UUID, code: str, mark: str) -> bool:
    """Whether this is the code that was told for the link."""
    return check_password(f"{link}:{code}", mark)


def knock(link: Any, code: str, *, most: int, now: datetime) -> bool:
    """Whether the code of a link is right, noted on the link; `most` wrong ones in a row end it.

    link: a record with `code_mark`, `wrong_codes`, `opened_at` and `ended_at`, to be saved.
    """
    if is_code(link.pk, code, link.code_mark):
        link.wrong_codes, link.opened_at = 0, link.opened_at or now
        return True
    link.wrong_codes += 1
    if link.wrong_codes >= most:
        link.ended_at = now
    return False


def close_for(token: str, plain: bytes, *, within: bytes, place: str) -> bytes:
    """Lock a key for the holder of a token, inside the layer of a data key."""
    return lock(lock(plain, _key(token), place), within, place)


def reopen_for(token: str, closed: bytes, *, within: bytes, place: str) -> bytes:
    """The key again. Raises InvalidTag for another token, another layer or another place."""
    return unlock(unlock(closed, within, place), _key(token), place)


def visit_mark(link: UUID) -> str:
    """What a page gives along after the code was right, so that it is asked once for each visit."""
    return TimestampSigner(salt=VISIT).sign(str(link))


def is_visit(link: UUID, mark: str) -> bool:
    """Whether the code of this link was right a short while ago."""
    try:
        return TimestampSigner(salt=VISIT).unsign(mark, max_age=VISIT_LASTS) == str(link)
    except BadSignature:
        return False


def _key(token: str) -> bytes:
    return HKDF(hashes.SHA256(), 32, salt=None, info=b"ketnoi:link-key").derive(token.encode())
