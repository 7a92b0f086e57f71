"""Sealed text and keyed tags: what leaves with a stolen database cannot be read.

The root key lies in a file outside the database; from it come one key per class. Each person has
a random data key, wrapped by the identity key: destroying it erases what was sealed for her.
"""

from ketnoi.foundation.crypto import boxes
from ketnoi.foundation.crypto.documents import SealedDocument, TextInside, columns_of
from ketnoi.foundation.crypto.fields import Sealed, SealedColumn, SealedText
from ketnoi.foundation.crypto.ring import (
    Erased,
    KeyClass,
    key_id,
    lock,
    new_data_key,
    ring,
    tell,
    unlock,
)
from ketnoi.foundation.crypto.tags import blind_ids, exact_tags, tag
from ketnoi.foundation.crypto.wrapped import KeyedTag, WrappedKey

__all__ = [
    "Erased",
    "KeyClass",
    "KeyedTag",
    "Sealed",
    "SealedColumn",
    "SealedDocument",
    "SealedText",
    "TextInside",
    "WrappedKey",
    "blind_ids",
    "boxes",
    "columns_of",
    "exact_tags",
    "key_id",
    "lock",
    "new_data_key",
    "ring",
    "tag",
    "tell",
    "unlock",
]
