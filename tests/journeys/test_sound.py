"""Every kind of page, at two widths and in every state, is sound: for eye, ear, finger and line."""

from collections.abc import Iterator
from itertools import product

import pytest

from tests.journeys import JOURNEY, pairwise, seeing
from tests.journeys.desk import Desk
from tests.journeys.pages import ERROR, LANGUAGES, PUBLIC, STAFF
from tests.journeys.profiles import Profiles
from tests.journeys.weighing import Scales

pytestmark = JOURNEY

WIDTHS = ("360", "1280")
SEED, PARTS = 8, 3
PUBLIC_LIMIT, STAFF_LIMIT = (30_000, 5), (60_000, 8)
ALL_STAFF = [row for name in STAFF for row in product([name], STAFF[name].states, WIDTHS)]
ALL_PUBLIC = [row for name in PUBLIC for row in product([name], WIDTHS, LANGUAGES)]
SOME_STAFF = pairwise.chosen(ALL_STAFF, seed=SEED)
SOME_PUBLIC = pairwise.chosen(ALL_PUBLIC, seed=SEED)


class Screens:
    """A screen for each person and width, and where the examples lie."""

    def __init__(self, profiles: Profiles, examples: dict[str, str]) -> None:
        self.profiles, self.examples = profiles, examples
        self.desks: dict[tuple[str, str], Desk] = {}

    def desk(self, who: str, width: str) -> Desk:
        """Her screen of this width."""
        if (who, width) not in self.desks:
            self.desks[who, width] = self.profiles.sit(who, width=int(width), height=800)
        return self.desks[who, width]

    def staff(self, name: str, state: str, width: str) -> Desk:
        """A page of the staff side in this state."""
        kind = STAFF[name]
        who, address = kind.met(state)
        desk = self.desk(who, width).opens(address.format_map(self.examples))
        if state == ERROR:
            desk.sends(*kind.wrong)
            assert desk.tab.title().startswith("Lỗi:"), name
        return desk

    def public(self, name: str, width: str, language: str) -> Desk:
        """A public page in this language."""
        kind = PUBLIC[name]
        desk = self.desk("", width).opens(LANGUAGES[language] + kind.address)
        return desk.sends(*kind.sends) if kind.sends else desk


@pytest.fixture(scope="module")
def screens(chromium, program, examples) -> Iterator[Screens]:
    profiles = Profiles(chromium, program)
    yield Screens(profiles, examples)
    profiles.close()


def is_sound(desk: Desk, width: str) -> None:
    """No fault that a machine can find, nothing to scroll sideways, nothing too small to press."""
    assert seeing.faults(desk.tab) == []
    if width == "360":
        assert seeing.too_small(desk.tab) == []
    desk.tab.set_viewport_size({"width": 320, "height": 800})
    overflow = seeing.overflow(desk.tab)
    desk.tab.set_viewport_size({"width": int(width), "height": 800})
    assert overflow == []


@pytest.mark.parametrize(("name", "state", "width"), SOME_STAFF)
def test_a_page_of_the_staff_is_sound(screens, name, state, width):
    is_sound(screens.staff(name, state, width), width)


@pytest.mark.parametrize(("name", "width", "language"), SOME_PUBLIC)
def test_a_public_page_is_sound(screens, name, width, language):
    is_sound(screens.public(name, width, language), width)


@pytest.mark.parametrize("part", [0, *(pytest.param(n, marks=pytest.mark.full) for n in (1, 2))])
def test_a_page_of_the_staff_comes_quickly_on_a_bad_line(screens, part):
    weights = {}
    for name, kind in list(STAFF.items())[part::PARTS]:
        desk = screens.desk(kind.who, "1280")
        weights[name] = Scales(desk.tab).weigh(kind.address.format_map(screens.examples))

    assert all(requests > 1 for _bytes, requests in weights.values())
    assert too_much(weights, STAFF_LIMIT) == {}


def test_a_public_page_comes_quickly_on_a_bad_line(screens):
    desk = screens.desk("", "360")
    weights = {
        home + kind.address: Scales(desk.tab).weigh(home + kind.address)
        for kind in PUBLIC.values()
        for home in LANGUAGES.values()
    }

    assert all(requests > 1 for _bytes, requests in weights.values())
    assert too_much(weights, PUBLIC_LIMIT) == {}


def too_much(weights: dict[str, tuple[int, int]], limit: tuple[int, int]) -> dict:
    """The pages above the limit of bytes or of requests."""
    most, many = limit
    return {name: w for name, w in weights.items() if w[0] > most or w[1] > many}


@pytest.mark.full
@pytest.mark.parametrize(("name", "state", "width"), sorted(set(ALL_STAFF) - set(SOME_STAFF)))
def test_every_page_of_the_staff_is_sound(screens, name, state, width):
    is_sound(screens.staff(name, state, width), width)


@pytest.mark.full
@pytest.mark.parametrize(("name", "width", "language"), sorted(set(ALL_PUBLIC) - set(SOME_PUBLIC)))
def test_every_public_page_is_sound(screens, name, width, language):
    is_sound(screens.public(name, width, language), width)
