"""What a record belongs to: in whose chain it is written, and with which key it is sealed."""

from functools import cached_property
from typing import Any
from uuid import UUID

from django.apps import apps

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
    key_id: Any

    class Meta:
        abstract = True

    def data_key(self) -> bytes:
        """Its own key, shared with nothing else."""
        return self.key.plain

    def seal_owner(self) -> str:
        """The record itself, bound into every sealed value."""
        return str(self.pk)

    def sealed_by(self) -> UUID:
        """Its own key, where it is closed for agencies."""
        return self.key_id

    def erased_with(self) -> bytes:
        """Its own key, where it is closed for agencies."""
        return self.key.plain


class ClosedForAgencies(Record):
    """A record whose key (`seal`) is closed for each agency that may read it.

    Two things open it: the secret of such an agency, and the data key of whom it is about. A query
    may bring the wrap along (`wrap`); else it is asked for, as whoever acts then. The model says
    which key it is (`sealed_by() -> UUID | None`) and with what it goes (`erased_with() -> bytes`).
    """

    wrap: Any = None
    sealed_by: Any
    erased_with: Any

    class Meta:
        abstract = True

    def data_key(self) -> bytes:
        """The key that was closed. Raises NoWrap for whoever it was not closed for."""
        return self.opened

    @cached_property
    def opened(self) -> bytes:
        """The key in memory; whoever makes the record puts it there."""
        if self.sealed_by() is None:
            return self.erased_with()
        wrap = self._found_wrap()
        if wrap is None:
            raise NoWrap(self._meta.label)
        return wrap.open(within=self.erased_with())

    def _found_wrap(self) -> Any:
        model: Any = next(m for m in apps.get_models() if getattr(m, "opens_seals", False))
        if self.wrap:
            return model.told(self.sealed_by(), self.wrap)
        found = model.objects.using(self._state.db).filter(seal=self.sealed_by())
        return found.select_related("to__secret").first()


class NoWrap(RuntimeError):
    """The key of a record was not closed for the agency of whoever reads, or is no longer."""


class ToldToAgencies(ClosedForAgencies, WithOwnKey):
    """A record with a data key of its own, read by those agencies alone for which it was closed."""

    class Meta:
        abstract = True
