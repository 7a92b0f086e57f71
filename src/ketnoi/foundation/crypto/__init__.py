"""Sealed text and keyed tags: what leaves with a stolen database cannot be read.

The root key lies in a file outside the database; from it come one key per class. Each person has
a random data key, wrapped by the identity key: destroying it erases what was sealed for her.
"""

from ketnoi.foundation.crypto.fields import Sealed, SealedText
from ketnoi.foundation.crypto.ring import Erased, KeyClass, new_data_key, ring
from ketnoi.foundation.crypto.tags import tag

__all__ = ["Erased", "KeyClass", "Sealed", "SealedText", "new_data_key", "ring", "tag"]
