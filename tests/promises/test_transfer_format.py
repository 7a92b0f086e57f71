"""The format is what its documents say: the schema, the bytes, the codes."""

import hmac
import json
from hashlib import sha256
from pathlib import Path

import jsonschema
import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from hypothesis import given
from hypothesis import strategies as st

from ketnoi.foundation.envelope import carried, spoken
from ketnoi.transfers.rules.packet import Told
from ketnoi.transfers.tests import make

DOCS = Path(__file__).parents[2] / "docs"
SCHEMA = DOCS / "transfer-packet.schema.json"
CODES = st.integers(4, 16).flatmap(
    lambda n: st.lists(st.sampled_from(spoken.LETTERS), min_size=n, max_size=n).map("".join)
)


def schema():
    told = Told.model_json_schema(mode="validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **told}


def test_the_schema_beside_the_document_is_that_of_the_program():
    assert json.loads(SCHEMA.read_text()) == schema()


@pytest.mark.django_db
def test_another_program_opens_a_packet_with_what_the_document_says():
    _transfer, data, code = make.sent(make.sender())

    head, sealed = data[:21], data[21:-32]
    key = Argon2id(salt=head[5:], length=32, iterations=3, lanes=1, memory_cost=65536).derive(
        code.encode()
    )
    bound = sealed[:5] + b"carried|" + head.hex().encode()
    plain = AESGCM(key).decrypt(sealed[5:17], sealed[17:], bound)
    told = json.loads(plain[8 : 8 + int.from_bytes(plain[:8], "big")])

    assert data[:5] == b"KNCH\x01"
    assert data[-32:] == sha256(data[:-32]).digest()
    assert len(plain) % 65536 == 0
    jsonschema.validate(told, json.loads(SCHEMA.read_text()))
    number = int.from_bytes(
        hmac.digest(
            bytes.fromhex(told["receipt"]),
            f"ketnoi:transfer-receipt:1:{told['packet']}".encode(),
            sha256,
        ),
        "big",
    )
    letters = "".join(spoken.LETTERS[number // 31**i % 31] for i in range(7))
    receipt = make.receipt_of(make.taken_in(data, code, binh := make.receiver()), binh)
    assert receipt.startswith(letters)


@given(first=CODES, at=st.integers(0, 30), to=st.sampled_from(spoken.LETTERS))
def test_one_wrong_letter_is_noticed(first, at, to):
    code = spoken._checked([spoken.LETTERS.index(c) for c in first])
    at %= len(code)
    other = code[:at] + to + code[at + 1 :]

    if other != code:
        with pytest.raises(spoken.Mistyped):
            spoken.read(other, len(code))


@given(first=CODES, at=st.integers(0, 30))
def test_two_neighbours_that_changed_places_are_noticed(first, at):
    code = spoken._checked([spoken.LETTERS.index(c) for c in first])
    at %= len(code) - 1
    other = code[:at] + code[at + 1] + code[at] + code[at + 2 :]

    if other != code:
        with pytest.raises(spoken.Mistyped):
            spoken.read(other, len(code))


def test_a_code_is_read_however_it_is_spaced():
    code = spoken.new(16)

    assert spoken.read(f" {spoken.grouped(code, 4).lower()} ", 16) == code
    assert len({spoken.new(16) for _each in range(50)}) == 50


def test_only_who_has_the_key_knows_the_receipt():
    assert spoken.of(b"one", "words", 9) != spoken.of(b"two", "words", 9)
    assert len(carried.close(b"", "X")) > 65536
