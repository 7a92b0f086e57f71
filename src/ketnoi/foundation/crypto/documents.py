"""Several texts of one record in one sealed column: which of them are there shows as little as how
long they are."""

import json
from collections.abc import Callable, Collection
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from cryptography.exceptions import InvalidTag
from django.db import models

from ketnoi.foundation.crypto.fields import Sealed, SealedColumn, pad, place_of, unpad
from ketnoi.foundation.crypto.ring import Erased, lock, unlock

LEAST = 192
"""Two names as long as they come here; a shorter document is padded to this."""


class Held:
    """A document in memory: its bytes, its texts once opened; without bytes, it was changed."""

    __slots__ = ("sealed", "texts")

    def __init__(self, sealed: bytes | None, texts: dict[str, str] | None = None) -> None:
        self.sealed, self.texts = sealed, texts

    def __bytes__(self) -> bytes:
        return self.sealed or b""


class SealedDocument(SealedColumn):
    """The texts of one class in a record (`TextInside`), sealed as one and padded.

    It is opened once for all its texts. It is there even when no text is; it becomes empty only
    when the record is erased.
    """

    def __init__(self, *args: Any, least: int = LEAST, **kwargs: Any) -> None:
        self.least = least
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """How a migration writes it."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "least": self.least}

    def contribute_to_class(
        self, cls: type[models.Model], name: str, private_only: bool = False
    ) -> None:
        """Put the descriptor in place of the raw attribute."""
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, self.attname, _Folder(self))

    def pre_save(self, instance: Any, add: bool) -> bytes:
        """Seal what was changed, and what is new even if nothing is in it; leave the rest."""
        held = self.held(instance)
        if held.sealed is None or (add and not held.sealed):
            held.sealed = self.seal(instance, self.texts(instance, held))
        return held.sealed

    def seal(self, instance: Any, texts: dict[str, str]) -> bytes:
        """The bytes for the database."""
        plain = pad(as_json(texts), least=self.least)
        return lock(plain, instance.data_key(), self.place(instance))

    def held(self, instance: Any) -> Held:
        """The document of a record, fetched if it was left out before."""
        if self.attname not in instance.__dict__:
            instance.refresh_from_db(fields=[self.attname])
        return instance.__dict__[self.attname]

    def texts(self, instance: Any, held: Held) -> dict[str, str]:
        """What is inside; nothing once it was erased. Raises InvalidTag for other bytes."""
        if held.texts is None:
            key, owner = instance.data_key, instance.seal_owner()
            held.texts = self.read(bytes(held), key=key, owner=owner)
        return held.texts

    def put(self, instance: Any, name: str, text: str) -> None:
        """Write one text over what was there; it is sealed when the record is saved."""
        texts = self.texts(instance, self.held(instance))
        instance.__dict__[self.attname] = Held(None, {**texts, name: text})

    def read(self, sealed: bytes, *, key: Callable[[], bytes], owner: str) -> dict[str, str]:
        """What is inside the bytes of one row; nothing once it was erased.

        Raises InvalidTag for bytes from another place.
        """
        place = place_of(self.model._meta.db_table, str(self.column), owner)
        try:
            plain = unlock(bytes(sealed), key(), place) if sealed else b""
        except Erased:
            plain = b""
        return json.loads(unpad(plain) or "{}")


class _Inside(Sealed):
    """A text of a document (or, without a name, the whole). Printing it shows nothing."""

    __slots__ = ("held", "_document", "_name", "_record")

    def __init__(self, record: Any, document: SealedDocument, name: str = "") -> None:
        self._record, self._document, self._name = record, document, name
        self.held = document.held(record)

    def __bool__(self) -> bool:
        try:
            return bool(self.open())
        except InvalidTag:
            return True

    def open(self) -> str:
        """The text; empty once it was erased. Raises InvalidTag for bytes from another place."""
        texts = self._document.texts(self._record, self.held)
        return texts.get(self._name, "") if self._name else as_json(texts)


class _Folder:
    """Reading gives the whole as a Sealed; writing takes bytes, or the whole of another record."""

    def __init__(self, document: SealedDocument) -> None:
        self.document = document

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        return self if instance is None else _Inside(instance, self.document)

    def __set__(self, instance: Any, value: bytes | _Inside) -> None:
        held = value.held if isinstance(value, _Inside) else Held(bytes(value))
        instance.__dict__[self.document.attname] = held


if TYPE_CHECKING:
    _Text = models.Field[str | Sealed, Sealed]
else:
    _Text = models.Field


class TextInside(_Text):
    """A text that lies in a document of the same record, and has no column of its own."""

    def __init__(self, inside: str, *args: Any, **kwargs: Any) -> None:
        self.inside = inside
        super().__init__(*args, **kwargs)

    def contribute_to_class(
        self, cls: type[models.Model], name: str, private_only: bool = False
    ) -> None:
        """Known by its name to whoever makes a record, and to no table."""
        super().contribute_to_class(cls, name, private_only=True)
        setattr(cls, name, self)

    def get_attname_column(self) -> Any:
        """No column."""
        return self.get_attname(), None

    @cached_property
    def document(self) -> SealedDocument:
        """Where it lies."""
        return cast(SealedDocument, self.model._meta.get_field(self.inside))

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        """The text as a Sealed."""
        return self if instance is None else _Inside(instance, self.document, self.name)

    def __set__(self, instance: Any, value: str | Sealed) -> None:
        """Text from a person, or a text of another record."""
        text = value.open() if isinstance(value, Sealed) else value
        self.document.put(instance, self.name, text)


def columns_of(model: type[models.Model], names: Collection[str]) -> set[str]:
    """Which fields are written when these are: for a text inside a document, the document."""
    inside = {f.name: f.inside for f in model._meta.private_fields if isinstance(f, TextInside)}
    return {inside.get(name, name) for name in names}


def as_json(texts: dict[str, str]) -> str:
    """The texts that are there, in the order of their names."""
    there = {name: text for name, text in sorted(texts.items()) if text}
    return json.dumps(there, ensure_ascii=False, separators=(",", ":"))
