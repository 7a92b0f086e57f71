"""A cheap phone on a bad line: Chromium, slowed by its DevTools protocol."""

from dataclasses import dataclass
from typing import Any, Self

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"]
LINE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""400 milliseconds, and 400 kilobits in a second."""
SLOWER = 4
WATCH = """
window.largest = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) window.largest = entry.startTime;
}).observe({ type: "largest-contentful-paint", buffered: true });
"""
FIRST = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"


@dataclass(frozen=True)
class Seen:
    """One first view of a page."""

    bytes: int
    script: int
    requests: int
    first_ms: float
    largest_ms: float


class Phone:
    """Each look is that of a phone which has never been there."""

    def __enter__(self) -> Self:
        # Only whoever measures needs a browser: it is no part of what a province installs.
        from playwright.sync_api import sync_playwright

        self.stage = sync_playwright()
        self.browser = self.stage.__enter__().chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        return self

    def __exit__(self, *error: object) -> None:
        self.browser.close()
        self.stage.__exit__(*error)

    def look_at(self, address: str) -> Seen:
        """Open a page for the first time and wait until nothing more comes."""
        profile = self.browser.new_context(viewport={"width": 360, "height": 740})
        tab = profile.new_page()
        tab.add_init_script(WATCH)
        line = profile.new_cdp_session(tab)
        arrived, scripts = self._listen(line)
        tab.goto(address, wait_until="networkidle", timeout=60_000)
        weights = list(arrived.values())
        seen = Seen(
            sum(weights),
            sum(size for one, size in arrived.items() if one in scripts),
            len(weights),
            tab.evaluate(FIRST),
            tab.evaluate("window.largest"),
        )
        profile.close()
        return seen

    def _listen(self, line: Any) -> tuple[dict[str, int], set[str]]:
        arrived: dict[str, int] = {}
        scripts: set[str] = set()

        def is_told(told: dict[str, Any]) -> None:
            if told["type"] == "Script":
                scripts.add(told["requestId"])

        def is_here(told: dict[str, Any]) -> None:
            arrived[told["requestId"]] = int(told["encodedDataLength"])

        line.send("Network.enable")
        line.send("Network.setCacheDisabled", {"cacheDisabled": True})
        line.send("Network.emulateNetworkConditions", LINE)
        line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        line.on("Network.responseReceived", is_told)
        line.on("Network.loadingFinished", is_here)
        return arrived, scripts
