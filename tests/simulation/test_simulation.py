"""The simulated network: the same seed, the same figures; and it notices when somebody is lost."""

import json
import subprocess

import pytest

from ketnoi.foundation import clock
from ketnoi.simulation import counting, living, network
from ketnoi.simulation.arrivals import arrivals
from ketnoi.simulation.chance import Chance, assumed
from ketnoi.simulation.life import Life
from ketnoi.simulation.report import Diary
from tests import database
from tests.front_door.typing import ROOT

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])
SEED = 7


class Stopped(Exception):
    """Somebody pulled the plug."""


@pytest.fixture(autouse=True)
def letters(settings):
    settings.NOTICE_CHANNELS = {"mail": living.BOX}


def life(*, days, cases, come_within=0):
    world = Life(clocks=True, days=days, cases=cases, seed=SEED)
    world.arrivals = arrivals(world.chance, cases=cases, days=come_within or days)
    return world


def live(diary, **about):
    """Live what is left of the days, as the command does."""
    world = life(**about)
    begin = world.last_day() + 1
    if begin:
        world.goes_on(diary.read(begin - 1))
    for day in range(begin, world.days):
        world.day(day, diary.write)
    return {**diary.over(world.days), **counting.at_the_end(world.coordinator)}


def interrupted(diary, *, at, **about):
    """Live until the middle of a day, in which everything stops."""
    world = life(**about)
    for day in range(at):
        world.day(day, diary.write)
    world._watch = stop
    world._watches = lambda _day: [15]
    with pytest.raises(Stopped):
        world.day(at, diary.write)


def stop(_day, _hour):
    raise Stopped


def test_the_same_seed_comes_to_the_same_figures_also_after_an_interruption(tmp_path):
    about = {"days": 5, "cases": 10}
    network.found(clock.now())
    at_once = live(Diary(tmp_path / "a"), **about)
    database._copy_again()
    network.found(clock.now())

    interrupted(Diary(tmp_path / "b"), at=2, **about)
    resumed = live(Diary(tmp_path / "b"), **about)

    assert resumed == at_once
    assert (at_once["received"], at_once["lost"], at_once["without_deadline"]) == (10, 0, 0)
    assert at_once["sent"]
    assert at_once["on_the_board"]


@pytest.fixture
def nobody_answers(monkeypatch):
    """Whoever is asked never looks, whatever she is told."""
    for row in assumed()["desks"]:
        if row["purpose"] != "follow_up":
            monkeypatch.setitem(row, "habits", ["silent"] * len(row["habits"]))
    monkeypatch.setitem(assumed()["habits"]["silent"], "comes", 0)
    monkeypatch.setitem(assumed()["habits"]["silent"], "heeds", 0)
    monkeypatch.setitem(assumed()["coordinator"], "called_does", 0)


@pytest.mark.full
@pytest.mark.parametrize("is_broken", [False, True], ids=["kept", "broken"])
def test_only_a_broken_automatic_return_loses_requests(
    is_broken, nobody_answers, tmp_path, monkeypatch
):
    if is_broken:
        monkeypatch.setattr("ketnoi.pathway.actions.return_unanswered", lambda **_told: 0)
    network.found(clock.now())

    told = live(Diary(tmp_path), days=19, cases=5, come_within=2)

    assert (told["lost"] > 0) is is_broken


def test_chance_belongs_to_a_name_and_not_to_an_order():
    one, other = Chance(SEED), Chance(SEED)
    one.draw("something else first")

    assert one.draw("comes", "shelter-0", 3) == other.draw("comes", "shelter-0", 3)
    assert one.draw("comes", "shelter-0", 3) != Chance(SEED + 1).draw("comes", "shelter-0", 3)


@pytest.mark.full
def test_the_command_ends_with_one_line_for_programs(tmp_path):
    typed = ["--days", "2", "--cases", "3", "--seed", "1", "--json", "--data", str(tmp_path)]
    command = [ROOT / "ketnoi", "simulate", *typed]
    said = subprocess.run(command, capture_output=True, text=True, check=True)

    told = json.loads(said.stdout.splitlines()[-1])

    for name in ("lost", "without_deadline", "answered_in_time", "median_days_to_first_service"):
        assert set(told[name]) == {"with_clocks", "without_clocks"}
    assert told["received"]["with_clocks"] == 3
