"""Scenes of first conversations."""

from typing import Any

ASKS = {
    "called": "Út",
    "birth": "",
    "known": "",
    "number": "",
    "recorded": "yes",
    "danger": "high",
    "once": "9f3a7a3e-0000-4000-8000-000000000001",
}


def answers(**more: str) -> dict[str, Any]:
    """What an officer typed into the page of the first conversation."""
    return {**ASKS, **more}
