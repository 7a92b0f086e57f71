"""The step more: a proof is given out, and is good once it has aged or its device has worked.

A proof belongs to one form: the key of the signature is made of its purpose and of its number. What is signed are fields of fixed shapes with a sign between them, and the number that is
looked for has one spelling only: nothing can be moved from one field into the next (that was
CVE-2025-68113 of ALTCHA).
"""

import re
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from uuid import UUID, uuid4

from django.core.signing import BadSignature, Signer
from django.utils.crypto import constant_time_compare

WAIT = timedelta(seconds=3)
LASTS = timedelta(minutes=20)
MOST = 20_000
"""So far a device has to look: a second or two on a cheap telephone."""
SHAPE = re.compile(r"([0-9a-f]{32})\.(\d{1,12})\.(\d{1,6})\.([0-9a-f]{64})", re.ASCII)
NUMBER = re.compile(r"0|[1-9]\d{0,5}", re.ASCII)


@dataclass(frozen=True)
class Proof:
    """What was given out with the page of the step more."""

    id: UUID
    since: datetime
    most: int
    target: str

    @property
    def until(self) -> datetime:
        """Until when it is taken."""
        return self.since + LASTS

    @property
    def head(self) -> str:
        """What the device puts before each number it tries."""
        return _head(self.id, self.since, self.most)

    def is_worked_out(self, number: str) -> bool:
        """Whether the device found the number."""
        if not NUMBER.fullmatch(number) or int(number) > self.most:
            return False
        return constant_time_compare(_hash(self.head, number), self.target)

    def is_good(self, number: str, *, now: datetime) -> bool:
        """Whether it is taken: not yet expired, and aged or worked out."""
        age = now - self.since
        return age <= LASTS and (age >= WAIT or self.is_worked_out(number))


def new_proof(*, purpose: str, form: UUID, now: datetime) -> str:
    """A proof for one form, as text for its page."""
    name, since = uuid4(), now.replace(microsecond=0)
    head = _head(name, since, MOST)
    target = _hash(head, str(secrets.randbelow(MOST + 1)))
    return _signer(purpose, form).sign(f"{head}.{target}")


def read_proof(text: str, *, purpose: str, form: UUID) -> Proof | None:
    """The proof again, if this program gave it out for this form; else nothing."""
    try:
        found = SHAPE.fullmatch(_signer(purpose, form).unsign(text))
    except BadSignature:
        return None
    if found is None:
        return None
    name, second, most, target = found.groups()
    return Proof(UUID(name), datetime.fromtimestamp(int(second), tz=UTC), int(most), target)


def _head(name: UUID, since: datetime, most: int) -> str:
    return f"{name.hex}.{int(since.timestamp())}.{most}"


def _hash(head: str, number: str) -> str:
    return sha256(f"{head}.{number}".encode()).hexdigest()


def _signer(purpose: str, form: UUID) -> Signer:
    return Signer(salt=f"ketnoi:flood-proof:{purpose}:{form}")
