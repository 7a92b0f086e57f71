"""Columns that depend on a class key: keys kept under it, and keyed tags made with it."""

from typing import Any

from django.db import models

from ketnoi.foundation.crypto.ring import Erased, ring
from ketnoi.foundation.crypto.tags import tag


class WrappedKey(models.BinaryField):
    """The bytes of a key, locked with a class key, bound to the row; empty once destroyed.

    Rotating a class finds every column of this kind by itself.
    """

    def __init__(self, *args: Any, kind: str = "", bound_to: str = "", **kwargs: Any) -> None:
        self.kind, self.bound_to = kind, bound_to
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """How a migration writes it."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "kind": self.kind, "bound_to": self.bound_to}

    def place(self, row: Any) -> str:
        """What the wrapped key is bound to."""
        return f"{self.bound_to}|{row}"

    def close(self, plain: bytes, *, row: Any) -> bytes:
        """The bytes for the database."""
        return ring().seal(plain, self.kind, self.place(row))

    def open(self, wrapped: bytes, *, row: Any) -> bytes:
        """The key again. Raises InvalidTag for another row or class, Erased when it is gone."""
        if not wrapped:
            raise Erased
        return ring().unseal(bytes(wrapped), self.kind, self.place(row))


class KeyedTag(models.BigIntegerField):
    """The exact tag of a sealed value of the same record, for one purpose.

    Rotating the index key finds every column of this kind by itself; `near` says what must be at
    hand to open the value.
    """

    def __init__(self, *args: Any, of: str = "", purpose: str = "", **kwargs: Any) -> None:
        self.of, self.purpose = of, purpose
        self.near: tuple[str, ...] = tuple(kwargs.pop("near", ()))
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """How a migration writes it."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "of": self.of, "purpose": self.purpose}

    def of_record(self, record: Any) -> int:
        """The tag of what the record says, with the key in use."""
        return tag(self.purpose, getattr(record, self.of).open())
