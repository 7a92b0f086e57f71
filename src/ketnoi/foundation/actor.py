"""Who acts: every action and every look has an actor, and there are four kinds of them."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID


class Actor(Protocol):
    """A member, a guest with a one-time link, a visitor of the public site, or the system.

    `files` is the agency whose files this actor may open, and None for those who open none.
    """

    @property
    def actor(self) -> str: ...

    @property
    def agency_id(self) -> UUID | None: ...

    @property
    def files(self) -> UUID | None: ...

    @property
    def member_id(self) -> UUID | None: ...

    @property
    def role(self) -> str: ...


@dataclass(frozen=True)
class System:
    """The system itself, acting on behalf of one agency (a deadline passed) or of the network."""

    agency_id: UUID | None = None
    role: str = "system"
    member_id: None = None

    @property
    def actor(self) -> str:
        """How the trail names it."""
        return "system"

    @property
    def files(self) -> UUID | None:
        """The files it may touch: those of the agency it was asked to act for."""
        return self.agency_id


@dataclass(frozen=True)
class Visitor:
    """Somebody on the public site, of whom nothing is known and nothing is kept."""

    agency_id: None = None
    role: str = "visitor"
    member_id: None = None
    files: None = None

    @property
    def actor(self) -> str:
        """How the trail names her."""
        return "visitor"


@dataclass(frozen=True)
class Guest:
    """Somebody who holds a one-time link of an agency; `key` names the link, never the person.

    `leads_to` is the one record she may reach, if the link leads to one; `typed_by` is the member
    who types what the guest tells her by phone.
    """

    key: str
    agency_id: UUID | None = None
    leads_to: UUID | None = None
    typed_by: UUID | None = None
    role: str = "guest"
    member_id: None = None
    files: None = None

    @property
    def actor(self) -> str:
        """How the trail names her."""
        return f"guest:{self.key}"


NETWORK = System()
