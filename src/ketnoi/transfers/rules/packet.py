"""What a packet holds: version 1 of the format, in one place for the sender and the receiver.

Source: docs/transfer-packet.md. No id of an installation is in it, and no word of a pack that was
not chosen.
"""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Base64Bytes, BaseModel, ConfigDict, Field

from ketnoi.agencies.terms import Purpose
from ketnoi.cases.terms import AttachmentKind, NoteKind, Pack, Reason, Risk
from ketnoi.people.terms import (
    Country,
    Language,
    Original,
    PaperKind,
    Relation,
    Sex,
    WhoAnswers,
)
from ketnoi.transfers.terms import Reason as Why

VERSION: Literal[1] = 1
Line = Annotated[str, Field(max_length=300)]
Text = Annotated[str, Field(max_length=8000)]


class Part(BaseModel):
    """A part of a packet: nothing in it that the format does not name."""

    model_config = ConfigDict(extra="forbid")


class Phone(Part):
    """A number, and what is safe on it."""

    number: Annotated[str, Field(pattern=r"^\+?[0-9]{3,20}$")]
    who_answers: WhoAnswers = WhoAnswers.UNKNOWN
    safe_hours: Line = ""
    message_ok: bool = False


class Address(Part):
    """Where she can be found; the commune by its official code, the country by that of ISO."""

    commune: Annotated[str, Field(max_length=5)] = ""
    country: Country = Country.VN
    line: Line = ""


class Paper(Part):
    """A paper that proves who she is, of which country, and where the original is."""

    kind: PaperKind
    number: Annotated[str, Field(max_length=40)]
    country: Country = Country.VN
    original: Original | Literal[""] = ""


class Speaker(Part):
    """Who speaks for somebody under 18."""

    name: Line
    relation: Relation
    may_be_danger: bool = False


class Note(Part):
    """What an officer wrote down."""

    kind: NoteKind
    on: date
    agency: Line
    body: Text


class Attached(Part):
    """A paper of the file, as it is kept."""

    kind: AttachmentKind
    on: date
    title: Line = ""
    content: Base64Bytes


class Contact(Part):
    """Pack `contact`."""

    called: Line = ""
    language: Language = Language.VI
    needs_interpreter: bool = False
    phones: Annotated[list[Phone], Field(max_length=20)] = []
    addresses: Annotated[list[Address], Field(max_length=20)] = []


class Need(Part):
    """Pack `need`."""

    needs: list[Purpose] = []
    commune: Annotated[str, Field(max_length=5)] = ""


class Identity(Part):
    """Pack `identity`; the representatives of a child belong to it."""

    name: Line = ""
    birth_year: Annotated[int, Field(ge=1900, le=2100)] | None = None
    birth_is_guess: bool = False
    sex: Sex = Sex.UNSAID
    representatives: Annotated[list[Speaker], Field(max_length=10)] = []


class Told(Part):
    """A packet."""

    version: Literal[1] = VERSION
    packet: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    receipt: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    made_at: datetime
    until: datetime
    province: Annotated[str, Field(max_length=80)]
    agency: Line
    reason: Why
    packs: list[Pack]
    contact: Contact | None = None
    need: Need | None = None
    identity: Identity | None = None
    risk: Risk | None = None
    papers: Annotated[list[Paper], Field(max_length=20)] | None = None
    work: Annotated[list[Line], Field(max_length=50)] | None = None
    story: list[Reason] | None = None
    notes: Annotated[list[Note], Field(max_length=200)] = []
    attachments: Annotated[list[Attached], Field(max_length=50)] = []
