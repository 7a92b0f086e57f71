"""Saying what was assumed and what was measured."""

import argparse
import json
from typing import Any

from ketnoi.simulation.chance import ASSUMED
from ketnoi.simulation.houses import WORLDS

LOST = (
    "lost: a request late by more than 14 days (referral.expires) with nothing done since, on any"
    " evening; and files that go on in which nothing waits. Counted over the tables each evening."
)
ROWS = {
    "lost": "bị bỏ quên / lost on any evening",
    "lost_at_the_end": "… còn ở cuối / still so at the end",
    "without_deadline": "không có hạn / without a next deadline",
    "sent": "đã gửi / requests sent",
    "due": "đến hạn trả lời / due by now",
    "answered_in_time": "trả lời đúng hạn / answered in time",
    "median_days_to_first_service": "ngày đến hỗ trợ đầu / days to first service, median",
    "median_days_of_all": "… kể cả người còn chờ / counting those who still wait",
    "received": "được tiếp nhận / women received",
    "served": "đã được hỗ trợ / women served",
    "on_the_board": "trùng trang điều phối / the same on the board",
}
NAMED = (
    "lost",
    "without_deadline",
    "answered_in_time",
    "median_days_to_first_service",
    *(name for name in ROWS if name not in {"lost", "without_deadline"}),
    "mail",
)


def figures(told: argparse.Namespace, worlds: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Every figure with and without the clocks, and how to come to them again."""
    asked = {name: getattr(told, name) for name in ("days", "cases", "seed")}
    measured = {name: {world: worlds[world][name] for world in WORLDS} for name in NAMED}
    return {**asked, **measured}


def table(found: dict[str, Any]) -> str:
    """For people: what was assumed, what lost means, and the figures side by side."""
    heads = f"{'':56}{'có hạn / with':>16}{'không / without':>18}"
    rows = [
        f"{words:56}{_cell(found, name, 0):>16}{_cell(found, name, 1):>18}"
        for name, words in ROWS.items()
    ]
    mail = [f"mail, {world}: {found['mail'][world]}" for world in WORLDS]
    assumed = ["Giả định / assumed (simulation/assumptions.toml):", ASSUMED.read_text()]
    return "\n".join([*assumed, LOST, "", heads, *rows, *mail])


def line(found: dict[str, Any]) -> str:
    """For programs: one line."""
    return json.dumps(found)


def holds(found: dict[str, Any]) -> bool:
    """Whether with the clocks nobody was lost, and nothing stood without a deadline."""
    ours = WORLDS[0]
    return found["lost"][ours] == 0 and not any(found["without_deadline"].values())


def _cell(found: dict[str, Any], name: str, world: int) -> str:
    value = found[name][WORLDS[world]]
    return "–" if value is None else str(value)
