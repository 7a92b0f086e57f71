"""`ketnoi trail`: whoever keeps a seal can have the whole trail checked against it."""

import json

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.tests import make as cases
from ketnoi.cli import main
from ketnoi.cli.checks import FAIL, OK, WARN, Place, database
from ketnoi.cli.speech import MISUSE
from ketnoi.foundation.trail import sealing
from tests.promises import forging

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


@pytest.fixture
def file():
    return cases.case(agencies.member())


@pytest.fixture
def kept(file, tmp_path, capsys):
    """What another agency keeps: the letter it was sent."""
    assert main(["trail", "seal"]) == 0
    path = tmp_path / "dau-niem.txt"
    path.write_text(f"Kính gửi,\n{capsys.readouterr().out}")
    return path


def test_an_untouched_trail_agrees_with_the_letter(kept, capsys):
    assert main(["trail", "verify", "--heads", str(kept)]) == 0

    assert "khớp 2 dấu niêm" in capsys.readouterr().out


def test_a_rewritten_trail_does_not(kept, file, capsys):
    forging.forge("rewrite", file.pk, depth="seals")

    assert main(["trail", "verify"]) == 0
    assert main(["trail", "verify", "--heads", str(kept), "--elsewhere", "--json"]) == 1

    said = capsys.readouterr().out.splitlines()[-1]
    assert {broken["why"] for broken in json.loads(said)} == {"published"}


def test_a_letter_without_a_seal_is_no_proof(file, tmp_path):
    path = tmp_path / "thu.txt"
    path.write_text("Kính gửi")

    assert main(["trail", "verify", "--heads", str(path)]) == MISUSE


def test_the_doctor_asks_for_two_keepers(file):
    place = Place(**{**vars(Place.here()), "demo": False})
    newest = sealing.seal()
    one, other = agencies.agency(), agencies.agency()

    sealing.note_handed(receiver=one.pk, number=newest.number)
    assert database.seals(place).state == WARN
    sealing.note_handed(receiver=other.pk, number=newest.number)
    assert database.seals(place).state == OK


def test_the_doctor_sees_what_only_the_seals_show(file):
    sealing.seal()
    forging.forge("rewrite", file.pk, depth="chain")

    assert database.trail(Place.here()).state == FAIL
