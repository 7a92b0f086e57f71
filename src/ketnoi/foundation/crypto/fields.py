"""A model field that is sealed before it reaches the database and opened only when asked."""

from typing import TYPE_CHECKING, Any, Protocol

from django.db import models

from ketnoi.foundation.crypto.ring import Erased, lock, unlock

STEP = 64
LENGTH = 4


class Sealed:
    """A sealed value in memory. Printing it shows nothing; `open()` gives the text."""

    __slots__ = ("_bytes", "_key", "_place", "_plain")

    def __init__(self, sealed: bytes, key: Any, place: str, plain: str | None = None) -> None:
        self._bytes, self._key, self._place, self._plain = sealed, key, place, plain

    def __str__(self) -> str:
        return "•••" if self else ""

    __repr__ = __str__

    def __bool__(self) -> bool:
        return self._plain != "" if self._plain is not None else bool(self._bytes)

    def open(self) -> str:
        """The text; empty once it was erased. Raises InvalidTag for bytes from another place."""
        if self._plain is None:
            self._plain = self._unsealed() if self else ""
        return self._plain

    def _unsealed(self) -> str:
        try:
            return unpad(unlock(self._bytes, self._key(), self._place))
        except Erased:
            return ""


if TYPE_CHECKING:
    _Binary = models.Field[str | bytes | Sealed, Sealed]
else:
    _Binary = models.BinaryField


class Owned(Protocol):
    """A record whose sealed values belong to somebody: it says with which key, and to whom."""

    def data_key(self) -> bytes: ...

    def seal_owner(self) -> str: ...


class SealedColumn(_Binary):
    """A column sealed with the data key of the person it is about.

    The model says which key (`data_key() -> bytes`) and whose (`seal_owner() -> str`). The
    ciphertext is bound to table, column and owner and padded to steps of 64 bytes.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", b"")
        kwargs.setdefault("blank", True)
        kwargs["editable"] = True
        super().__init__(*args, **kwargs)

    def place(self, instance: Owned) -> str:
        """What the ciphertext is bound to."""
        return place_of(self.model._meta.db_table, str(self.column), instance.seal_owner())


class SealedText(SealedColumn):
    """One text, sealed by itself."""

    def contribute_to_class(
        self, cls: type[models.Model], name: str, private_only: bool = False
    ) -> None:
        """Put the descriptor in place of the raw attribute."""
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, self.attname, _Drawer(self))

    def pre_save(self, instance: Any, add: bool) -> bytes:
        """Seal what was put in as text; leave what is already sealed."""
        value = instance.__dict__.get(self.attname, b"")
        if isinstance(value, str):
            value = self.seal(instance, value)
            instance.__dict__[self.attname] = value
        return value

    def seal(self, instance: Owned, text: str) -> bytes:
        """The bytes for the database; nothing for an empty text."""
        return lock(pad(text), instance.data_key(), self.place(instance)) if text else b""


class _Drawer:
    """Reading gives a Sealed; writing takes text (from a person) or bytes (from the database)."""

    def __init__(self, field: SealedText) -> None:
        self.field = field

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        if instance is None:
            return self
        name = self.field.attname
        if name not in instance.__dict__:
            instance.refresh_from_db(fields=[name])
        value = instance.__dict__[name]
        if isinstance(value, str):
            return Sealed(b"", instance.data_key, "", plain=value)
        return Sealed(bytes(value), instance.data_key, self.field.place(instance))

    def __set__(self, instance: Any, value: Any) -> None:
        if isinstance(value, Sealed):
            value = value.open()
        instance.__dict__[self.field.attname] = value


def place_of(table: str, column: str, owner: str) -> str:
    """Table, column, whose, and the version of what lies there."""
    return f"{table}|{column}|{owner}|1"


def pad(text: str, *, least: int = STEP) -> bytes:
    """Length, text and zeros up to a step of 64 bytes, so that the length says little."""
    data = text.encode()
    body = len(data).to_bytes(LENGTH, "big") + data
    return body + b"\0" * max(least - len(body), -len(body) % STEP)


def unpad(data: bytes) -> str:
    """The text again."""
    length = int.from_bytes(data[:LENGTH], "big")
    return data[LENGTH : LENGTH + length].decode()
