"""The measurements of search measure what they say: small ones run here, large ones never do."""

import pytest

from ketnoi.bench import guessing, search
from ketnoi.bench.figures import passed
from ketnoi.bench.namesakes import Invented, Namesakes, Slips, is_out_of_list
from ketnoi.bench.register import invented
from ketnoi.bench.stolen import Stolen, known_of
from ketnoi.foundation.vietnamese import names

pytestmark = pytest.mark.django_db

FEW = 3_000


def test_invented_people_are_the_same_each_time_and_some_have_rare_names():
    first, again = (list(invented(500)) for _time in range(2))

    assert first == again
    assert 0.02 < sum(is_out_of_list(who) for _pk, who in first) / 500 < 0.3
    assert len({pk for pk, _who in first}) == 500


def test_a_slip_changes_what_it_says_it_changes():
    who = Invented("Trần Thị Ngọc Lan", 1990)
    slips = Slips(1)

    assert slips.kinds["exact"](who) == who
    assert slips.kinds["marks"](who).name == "tran thi ngoc lan"
    assert slips.kinds["order"](who).name == "Thị Ngọc Lan Trần"
    assert slips.kinds["middle"](who).name == "Trần Ngọc Lan"
    assert abs(slips.kinds["year"](who).year - 1990) == 1
    assert slips.kinds["letter"](who).name != who.name


def bites(features_of):
    """The share of people an attack finds when tags are as frequent as what they stand for."""
    ours, others = Namesakes(1), Namesakes(2)
    plain = [features_of(ours.draw()) for _n in range(FEW)]
    public = [features_of(others.draw()) for _n in range(FEW)]
    keyed = [frozenset(f"tag of {feature}" for feature in person) for person in plain]
    truth = {f"tag of {feature}": feature for person in plain for feature in person}
    return guessing.attack(keyed, public, truth.get).people


def letters(who):
    name = f" {' '.join(names.tokens(who.name))} "
    return frozenset(name[n : n + 2] for n in range(len(name) - 1))


def test_the_attack_bites_on_pairs_of_letters(monkeypatch):
    assert bites(letters) > 0.5


def test_the_attack_gains_little_from_the_tags_of_the_search(monkeypatch):
    monkeypatch.setattr(guessing, "MOST_MATCHED", 200)
    stolen = Stolen(FEW, 5, cells=1)
    public = known_of(stolen.years, size=20_000, seed=6)
    [people] = stolen.cells.values()
    [year] = stolen.years

    assert guessing.attack(people, public[year], stolen.truth.get).people < 0.05


def result(*, ours=True, peer=True, rare=False):
    side = {"cpu": 1e6, "wall": 2e6}
    found = {"ours": {**side, "found": ours}, "peer": {"cpu": 8e7, "wall": 9e7, "found": peer}}
    return {"kind": "exact", "rare": rare, **found}


@pytest.mark.parametrize(
    ("results", "ok"),
    [
        ([result(), result(rare=True)] * 50, True),
        ([result(), result(rare=True)] * 50 + [result(ours=False)] * 2, False),
        (
            [result(), result(rare=True)] * 50 + [result(ours=False, peer=False, rare=True)] * 5,
            False,
        ),
    ],
)
def test_lost_people_fail_the_measurement(results, ok):
    rates = {"ours": 100.0, "peer": 10.0}

    assert passed(list(search.of(1_000_000, results, rates))) is ok


@pytest.mark.parametrize(("rate", "ok"), [(100.0, True), (60.0, False)])
def test_too_little_saved_fails_it_at_a_million_only(rate, ok):
    results, rates = [result(), result(rare=True)] * 50, {"ours": rate, "peer": 10.0}

    assert passed(list(search.of(1_000_000, results, rates))) is ok
    assert passed(list(search.of(20_000, results, rates)))
