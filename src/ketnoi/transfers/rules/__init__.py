"""What the network agreed about transfers: who stands for one, and which state follows."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

NEXT = {
    "proposed": {"approved", "declined", "taken_back", "withdrawn"},
    "approved": {"sent", "taken_back", "withdrawn", "lapsed"},
    "sent": {"sent", "received", "taken_back", "withdrawn", "lapsed"},
}
"""Which state may follow which. Source: the network's own rule; a packet may be made again."""


@dataclass(frozen=True)
class Along:
    """What goes along: packs, and by id the notes and papers that were chosen."""

    packs: list[str]
    notes: list[UUID] = field(default_factory=list)
    attachments: list[UUID] = field(default_factory=list)


@dataclass(frozen=True)
class Ground:
    """On what it rests: her yes in these words, or a law or danger with a reason."""

    basis: str
    basis_reason: str = ""
    given: str = ""
    wording: str = ""
    language: str = ""
    representative: Any = None


def may_follow(*, before: str, after: str) -> bool:
    """Whether a transfer in one state may come to another. Source: the network's own rule."""
    return after in NEXT.get(before, set())


def are_two(*, started_by: UUID, decides: UUID) -> bool:
    """Whether a second person decides. Source: the network's own rule: never by one hand."""
    return started_by != decides


def is_late(*, lapses_at: datetime | None, now: datetime) -> bool:
    """Whether the time is over in which it can be received. Source: the network's agreed clocks."""
    return lapses_at is not None and lapses_at <= now


def receipt_words(packet: str) -> str:
    """From what the code of receipt follows, with the key that lies in the packet alone.

    Source: docs/transfer-packet.md, version 1.
    """
    return f"ketnoi:transfer-receipt:1:{packet}"
