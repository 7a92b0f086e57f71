"""What a page weighs on the line: every answer that comes for it, as it is sent."""

from playwright.sync_api import Page


class Scales:
    """Counts what arrives in a tab that keeps nothing from earlier pages."""

    def __init__(self, tab: Page) -> None:
        self.tab = tab
        self.line = tab.context.new_cdp_session(tab)
        self.line.send("Network.enable")
        self.line.send("Network.setCacheDisabled", {"cacheDisabled": True})
        self.line.on("Network.loadingFinished", self._add)
        self.arrived: list[int] = []

    def weigh(self, address: str) -> tuple[int, int]:
        """Open a page for the first time: how many bytes came, in how many answers."""
        self.arrived.clear()
        self.tab.goto(address, wait_until="load")
        return sum(self.arrived), len(self.arrived)

    def _add(self, told: dict) -> None:
        self.arrived.append(int(told["encodedDataLength"]))
