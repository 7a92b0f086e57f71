"""Browser profiles, one for each person: none of them may ask another host or break the policy."""

from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext

from tests.journeys.desk import Desk
from tests.journeys.program import Program

NAMES = {"lan": "Lan", "minh": "Minh", "yen": "Yến", "kim": "Kim", "dung": "Dung", "hoa": "Hoa"}
NAMES |= {"quan": "Quân", "mai": "Mai", "binh": "Bình", "tam": "Tâm", "vy": "Vy"}
NAMES |= {"ngan": "Ngân", "hanh": "Hạnh"}
PATIENCE = 20_000
BROKEN = ("Content Security Policy", "Permissions policy", "script error")


class Profiles:
    """What was opened, what it asked for, what it complained about."""

    def __init__(self, chromium: Browser, program: Program) -> None:
        self.chromium, self.program = chromium, program
        self.open_ones: list[BrowserContext] = []
        self.asked: set[str] = set()
        self.said: list[str] = []

    def open(self, *, width: int = 1280, height: int = 800, **more) -> BrowserContext:
        """A profile in which nobody has been anywhere yet."""
        size = {"width": width, "height": height}
        profile = self.chromium.new_context(base_url=self.program.url, viewport=size, **more)
        profile.set_default_timeout(PATIENCE)
        profile.on("request", lambda request: self.asked.add(request.url))
        profile.on("console", lambda message: self.said.append(message.text))
        profile.on("weberror", lambda error: self.said.append(f"script error: {error.error}"))
        self.open_ones.append(profile)
        return profile

    def sit(self, key: str = "", **more) -> Desk:
        """Somebody of the demo, signed in at a screen of her own; or a visitor nobody knows."""
        desk = Desk(self.open(**more).new_page())
        return desk.signs_in(NAMES[key]) if key else desk

    def close(self) -> None:
        """Close all, and hold the promises that hold for every page."""
        for profile in self.open_ones:
            profile.close()
        ours = {urlsplit(url).netloc for url in (self.program.url, self.program.leads_to)}
        asked = {urlsplit(url).netloc for url in self.asked if not url.startswith("data:")}
        assert asked <= ours
        assert [line for line in self.said if any(word in line for word in BROKEN)] == []
