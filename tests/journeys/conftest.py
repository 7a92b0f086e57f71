"""What journeys need: the running program, a browser, and people at their screens."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from ketnoi.site.tests.browser import FLAGS
from ketnoi.site.tests.browser import PROGRAM as CHROMIUM
from tests.journeys import scout
from tests.journeys import weather as neutral
from tests.journeys.desk import Desk
from tests.journeys.profiles import Profiles
from tests.journeys.program import Program
from tests.journeys.weather import Weather


@pytest.fixture(scope="session")
def weather() -> Iterator[Weather]:
    """Where the way out leads."""
    with neutral.running() as page:
        yield page


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory, weather: Weather) -> Iterator[Program]:
    """The demo, started once; each worker has its own, so that none changes another's day."""
    running = Program(tmp_path_factory.mktemp("journeys") / "data", weather.url)
    running.start()
    yield running
    running.stop()


# Not for the whole session: Playwright keeps a loop running that other tests would stumble over.
# Not for each module: to start a browser thirty times takes a minute.
@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """A browser."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def profiles(chromium: Browser, program: Program) -> Iterator[Profiles]:
    """Browser profiles for one journey."""
    opened = Profiles(chromium, program)
    yield opened
    opened.close()


@pytest.fixture(scope="package")
def examples(chromium: Browser, program: Program) -> dict[str, str]:
    """Where an example of each kind of page lies; looked for once."""
    if not program.examples:
        scouts = Profiles(chromium, program)
        program.examples = scout.addresses(scouts)
        scouts.close()
    return program.examples


@pytest.fixture
def at_desk(profiles: Profiles) -> Callable[..., Desk]:
    """Somebody of the demo at a screen of her own."""
    return profiles.sit


@pytest.fixture
def visitor(profiles: Profiles) -> Callable[..., Desk]:
    """Somebody on the public side, whom nobody knows."""
    return profiles.sit
