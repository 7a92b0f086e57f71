"""Every mutant still fits the code, and its test is there; the runner tells good from bad."""

import re
import subprocess
from pathlib import Path

import pytest

from ketnoi.cli import mutants
from ketnoi.cli.mutants import copying, trying
from ketnoi.cli.speech import Stop

ROOT = Path(__file__).resolve().parents[2]
MUTANTS = mutants.everything(ROOT)
PROMISES = {f"P{n}" for n in (*range(1, 9), 10, 11, 18, 19)}
TOY = {
    "house.py": "def is_open(hour):\n    return hour >= 8\n",
    "test_house.py": "from house import is_open\n\n\ndef test_hours():\n"
    "    assert is_open(8) and not is_open(7)\n\n\ndef test_nothing():\n    assert is_open\n",
    "pytest.ini": "[pytest]\n",
}


def toy(**told):
    about = {"promise": "P0", "name": "later", "file": "house.py", "test": "test_house.py"}
    return mutants.Mutant(**{"before": "hour >= 8", "after": "hour > 8", **about, **told})


@pytest.fixture
def house(tmp_path):
    for name, text in TOY.items():
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.mark.parametrize("mutant", MUTANTS, ids=str)
def test_a_mutant_fits_the_code_and_names_a_test_that_is_there(mutant):
    path, _, name = mutant.test.partition("::")
    function = re.split(r"[\[:]", name)[0]

    assert not mutant.trouble(ROOT), "the code moved: say in tests/mutants what is broken now"
    assert mutant.before != mutant.after
    assert f"def {function}(" in (ROOT / path).read_text()


def test_mutants_have_names_of_their_own_and_every_promise_has_one():
    names = [str(m) for m in MUTANTS]

    assert len(set(names)) == len(names)
    assert {m.promise for m in MUTANTS} >= PROMISES


@pytest.mark.parametrize(
    ("told", "how"),
    [
        ({}, trying.KILLED),
        ({"test": "test_house.py::test_nothing"}, trying.SURVIVED),
        ({"after": "hour >="}, trying.BROKEN),
    ],
)
def test_a_mutant_is_killed_survives_or_breaks_before_the_test(house, told, how):
    assert trying._try(house, toy(**told)) == how
    assert (house / "house.py").read_text() == TOY["house.py"]


def test_a_mutant_of_text_that_is_gone_is_said_to_fit_no_longer(house):
    assert "0 times" in toy(before="hour > 9").trouble(house)
    assert "not there" in toy(file="shed.py").trouble(house)
    assert not toy(file="shed.py", before="", after="x = 1\n").trouble(house)


def test_a_test_that_fails_without_a_mutant_proves_nothing(house):
    (house / "test_house.py").write_text("def test_hours():\n    assert False\n")

    with pytest.raises(Stop):
        trying._need_green(house, [toy()])


def test_what_was_killed_is_remembered_until_a_file_changes(house):
    subprocess.run(["git", "init", "-q", house], check=True)
    trying.Memory(house).keep(toy(), trying.KILLED, 1.0)
    (house / ".gitignore").write_text(".ketnoi\n")

    assert trying.Memory(house).killed == []
    trying.Memory(house).keep(toy(), trying.KILLED, 1.0)
    assert trying.Memory(house).killed == [toy().mark]
    assert "house.py" in copying.files(house)
