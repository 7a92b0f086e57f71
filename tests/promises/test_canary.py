"""No sealed value in clear: not in a dump, a log, an address, a title or a job."""

import logging
import subprocess

import pytest
from django.db import connections

from ketnoi.foundation.postgres import binaries
from tests.promises.canaries import CANARIES, Walk, forms_of, type_everywhere

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


@pytest.fixture
def walk(client):
    return Walk(client)


def dump():
    """The whole database, as its owner would steal it."""
    to = connections["owner"].settings_dict
    command = [binaries.folder() / "pg_dump", "-h", to["HOST"], "-U", to["USER"], to["NAME"]]
    if to["PORT"]:
        command[1:1] = ["-p", str(to["PORT"])]
    secret = {"PGPASSWORD": to["PASSWORD"]}
    return subprocess.run(command, env=secret, check=True, capture_output=True).stdout  # noqa: S603


def test_what_is_typed_into_pages_lies_nowhere_in_clear(walk, caplog):
    caplog.set_level(logging.DEBUG)

    type_everywhere(walk)

    stolen = dump()
    places = {
        "dump": stolen,
        "log": caplog.text.encode(),
        "addresses": "\n".join(walk.urls).encode(),
        "titles": "\n".join(walk.titles).encode(),
    }
    found = [
        (place, name)
        for place, data in places.items()
        for name, text in CANARIES.items()
        for form in forms_of(text)
        if form in data
    ]
    assert found == []
    assert b"COPY public.people_person" in stolen
    assert b"\tpdf\t" in stolen
    assert b"procrastinate_jobs" in stolen


def test_the_search_for_canaries_finds_one(walk):
    assert any(form in "gọi hồ xuân quỳnh chuyện".encode() for form in forms_of("hồ xuân quỳnh"))
    assert any(form in "Số 7".encode().hex().encode() for form in forms_of("Số 7"))
    assert any(form in b"tel 987650321" for form in forms_of(CANARIES["number"]))
