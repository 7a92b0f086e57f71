"""The key by which push services know this installation: made once, beside the root key."""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from py_vapid import Vapid02
from py_vapid.utils import b64urlencode

from ketnoi.foundation.crypto import keyfile

NAME = "push.key"


def key() -> Vapid02:
    """The key of this installation, made the first time it is asked for."""
    path = Path(settings.KETNOI_KEYS) / NAME
    if not path.exists():
        made = ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value
        keyfile.add(path.parent, made.to_bytes(keyfile.SIZE, "big"), NAME)
    number = int.from_bytes(keyfile.read_one(path), "big")
    return Vapid02(ec.derive_private_key(number, ec.SECP256R1()))


def public() -> str:
    """What a browser must know of it."""
    point = key().public_key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return b64urlencode(point)
