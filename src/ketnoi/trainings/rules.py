"""How the day of an event is told."""

from datetime import date

FORMATS = {"day": "%d/%m/%Y", "month": "%m/%Y", "year": "%Y"}


def when(*, held_on: date, precision: str) -> str:
    """The day as exactly as the source tells it. Source: the network's rule."""
    return held_on.strftime(FORMATS[precision])
