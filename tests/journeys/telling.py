"""Where in the running demo a tip and what went to the police lie."""

from tests.journeys.desk import Desk


def addresses(mai: Desk, minh: Desk) -> dict[str, str]:
    """A tip at the desk, and what the police were handed."""
    mai.opens("/cb/tin-bao/")
    tip = mai.main.locator("th a").first.get_attribute("href") or ""
    minh.opens("/cb/tin-bao/")
    handed = minh.main.locator("th a").first.get_attribute("href") or ""
    return {"tip": tip, "handed": handed}
