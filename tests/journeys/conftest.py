"""What journeys need: the running program, a browser, and people at their screens."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from ketnoi.site.tests.browser import FLAGS
from ketnoi.site.tests.browser import PROGRAM as CHROMIUM
from tests.journeys import weather as neutral
from tests.journeys.desk import Desk
from tests.journeys.program import Program
from tests.journeys.weather import Weather

NAMES = {"lan": "Lan", "minh": "Minh", "yen": "Yến", "kim": "Kim", "dung": "Dung", "hoa": "Hoa"}
NAMES |= {"tam": "Tâm", "quan": "Quân", "mai": "Mai"}
PATIENCE = 20_000
FORBIDDEN = ("Content Security Policy", "Permissions policy")


@pytest.fixture(scope="session")
def weather() -> Iterator[Weather]:
    """Where the way out leads."""
    with neutral.running() as page:
        yield page


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory, weather: Weather) -> Iterator[Program]:
    """The demo, started once for all journeys."""
    running = Program(tmp_path_factory.mktemp("journeys") / "data", weather.url)
    running.start()
    yield running
    running.stop()


# Not for the whole session: Playwright keeps a loop running that other tests would stumble over.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Browser, program: Program, weather: Weather) -> Iterator[Callable]:
    """A browser profile of its own for each caller; none of them may ever ask another host."""
    profiles: list[BrowserContext] = []
    asked: set[str] = set()
    said: list[str] = []

    def open_profile(*, width: int = 1280, height: int = 800, **more) -> BrowserContext:
        size = {"width": width, "height": height}
        profile = chromium.new_context(base_url=program.url, viewport=size, **more)
        profile.set_default_timeout(PATIENCE)
        profile.on("request", lambda request: asked.add(request.url))
        profile.on("console", lambda message: said.append(message.text))
        profile.on("weberror", lambda error: said.append(f"{FORBIDDEN[0]} {error.error}"))
        profiles.append(profile)
        return profile

    yield open_profile
    for profile in profiles:
        profile.close()
    ours = {urlsplit(program.url).netloc, urlsplit(weather.url).netloc}
    hosts = {urlsplit(url).netloc for url in asked if not url.startswith("data:")}
    assert hosts <= ours
    assert [line for line in said if any(word in line for word in FORBIDDEN)] == []


@pytest.fixture
def at_desk(opened: Callable) -> Callable:
    """Somebody of the demo, signed in at a screen of her own."""

    def sit(key: str, **profile) -> Desk:
        return Desk(opened(**profile).new_page()).signs_in(NAMES[key])

    return sit


@pytest.fixture
def visitor(opened: Callable) -> Callable:
    """Somebody on the public side, whom nobody knows."""
    return lambda **profile: Desk(opened(**profile).new_page())
