"""What a record belongs to: in whose chain it is written, and with which key it is sealed."""

from typing import Any
from uuid import UUID

from ketnoi.foundation.action import Record


class InFile(Record):
    """A record of a file (`case`, `holder`): in the chain of the file, sealed with its key."""

    case: Any
    case_id: Any
    holder_id: Any

    class Meta:
        abstract = True

    def trail_chain(self) -> tuple[UUID, UUID]:
        """The chain of the file, and the agency that reads it."""
        return self.case_id, self.holder_id

    def data_key(self) -> bytes:
        """The key of the person the file is about."""
        return self.case.key.plain

    def seal_owner(self) -> str:
        """The record itself, bound into every sealed value."""
        return str(self.pk)


class WithOwnKey(Record):
    """A record with a data key (`key`) of its own: what is sealed here is erased with that key."""

    key: Any

    class Meta:
        abstract = True

    def data_key(self) -> bytes:
        """Its own key, shared with nothing else."""
        return self.key.plain

    def seal_owner(self) -> str:
        """The record itself, bound into every sealed value."""
        return str(self.pk)
