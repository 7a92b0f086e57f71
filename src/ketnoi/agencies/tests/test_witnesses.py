"""Seals reach at least two other agencies, and nothing but a seal does."""

import pytest
from django.core import mail

from ketnoi.agencies import actions
from ketnoi.agencies.jobs import hand_over_seals
from ketnoi.agencies.tests import make
from ketnoi.agencies.tests.test_telling import run_worker
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.trail import sealing
from ketnoi.foundation.trail.seals import read
from ketnoi.foundation.trail.verify import verify

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


def hand_over():
    hand_over_seals(timestamp=0)
    run_worker()


@pytest.fixture
def two(settings, tmp_path):
    settings.KETNOI_DIR = tmp_path
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    by_mail = make.witness(channel="mail", address="van-thu@vidu.vn")
    by_file = make.witness()
    return by_mail, by_file, tmp_path / "seals" / f"{by_file.agency.key}.txt"


def test_two_agencies_are_given_the_newest_seal_and_can_verify_with_it(two):
    by_mail, by_file, path = two
    newest = sealing.seal()

    hand_over()

    for kept in (mail.outbox[0].body, path.read_text()):
        seals = list(read(kept))
        assert seals[0] == newest
        assert verify(kept=seals, own_key=False) == []
    assert sealing.last_handed() == {w.agency_id: newest.number for w in (by_mail, by_file)}


def test_nobody_is_sent_the_same_seal_twice(two):
    sealing.seal()

    hand_over()
    hand_over()

    assert len(mail.outbox) == 1


def test_who_was_released_gets_no_further_seal(two):
    by_mail, _, _ = two
    actions.release_witness(witness=by_mail, by=make.member(role="admin"), now=clock.now())
    sealing.seal()

    hand_over()

    assert mail.outbox == []


def test_the_own_agency_is_no_witness():
    admin = make.member(role="admin")

    with pytest.raises(Refused):
        make.witness(admin.agency, by=admin)


def test_a_seal_is_printed_with_digits_and_a_square(client, two):
    newest = sealing.seal()

    html = make.signed_in(client, make.member()).get("/cb/dau-niem/").content.decode()

    assert newest.digits in html
    assert "data:image/svg+xml;base64," in html
    assert "noi-giu" not in html


def test_an_administrator_chooses_who_keeps_them(client):
    admin, other = make.member(role="admin"), make.agency()
    typed = {"agency": str(other.pk), "channel": "file", "address": ""}

    said = make.signed_in(client, admin).post("/cb/dau-niem/noi-giu/", typed)

    assert said.status_code == 302
    assert other.name in client.get("/cb/dau-niem/").content.decode()
    refused = make.signed_in(client, make.member()).post("/cb/dau-niem/noi-giu/", typed)
    assert refused.status_code == 404
