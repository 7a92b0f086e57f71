"""No sealed value in clear: in a dump, a file, a session, a log, an address, a title, a job."""

import base64
import json
import logging
import subprocess
from urllib.parse import unquote_to_bytes

import psycopg
import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connections

from ketnoi.foundation.postgres import binaries
from ketnoi.foundation.postgres.cluster import ROOT
from tests.database import CLUSTER
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


def as_root(*statements):
    """What each statement answers to the one who runs the server."""
    to = connections["owner"].settings_dict
    who = {"user": ROOT, "password": CLUSTER.password(ROOT), "dbname": to["NAME"]}
    with psycopg.connect(host=to["HOST"], autocommit=True, **who) as root:
        return [root.execute(s).fetchone()[0] for s in statements]


def written_to_disk(since):
    """The files of this database, and the part of the log of changes that was written meanwhile."""
    as_root("SELECT 1 FROM pg_switch_wal()")
    with psycopg.connect(CLUSTER.url(ROOT, connections["owner"].settings_dict["NAME"])) as root:
        root.autocommit = True
        root.execute("CHECKPOINT")
        table = root.execute("SELECT pg_relation_filepath('people_person')").fetchone()[0]
    changes = [f for f in (CLUSTER.data / "pg_wal").iterdir() if f.is_file() and f.name >= since]
    tables = (CLUSTER.data / table).parent.iterdir()
    return b"".join(f.read_bytes() for f in [*changes, *tables] if f.is_file())


def kept_elsewhere():
    """What the server logs, what was mailed, and everything in the folder of the program."""
    folders = [CLUSTER.log.parent, settings.KETNOI_DIR / "mail"]
    found = [f for folder in folders for f in folder.rglob("*") if f.is_file()]
    return b"".join(f.read_bytes() for f in found)


def sessions():
    """What sessions hold, unpacked."""
    return json.dumps([s.get_decoded() for s in Session.objects.all()], ensure_ascii=False)


def unwrapped(text):
    """What was packed inside a session: in base64, and there as a form packs its fields."""
    packed = [word for word in text.replace('"', " ").split() if len(word) > 40]
    forms = b" ".join(base64.b64decode(w + "==", validate=False) for w in packed)
    return unquote_to_bytes(forms.replace(b"+", b" "))


def test_what_is_typed_into_pages_lies_nowhere_in_clear(walk, caplog):
    caplog.set_level(logging.DEBUG)

    [since] = as_root("SELECT pg_walfile_name(pg_current_wal_lsn())")
    type_everywhere(walk)

    stolen, held = dump(), sessions()
    places = {
        "dump": stolen,
        "disk": written_to_disk(since),
        "files": kept_elsewhere(),
        "sessions": held.encode() + unwrapped(held),
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
    assert b"people_person" in places["disk"]
    assert "kept" in held


def test_the_search_for_canaries_finds_one(walk):
    assert any(form in "gọi hồ xuân quỳnh chuyện".encode() for form in forms_of("hồ xuân quỳnh"))
    assert any(form in "Số 7".encode().hex().encode() for form in forms_of("Số 7"))
    assert any(form in b"tel 987650321" for form in forms_of(CANARIES["number"]))
