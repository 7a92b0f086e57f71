"""Checks of the copies: how old the last one is, and when one was last brought back on trial."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from ketnoi.cli.checks import Check, Finding, Place, fail, not_here, ok, warn

COPY_WITHIN, TRIAL_WITHIN, TRIAL_AT_LAST = timedelta(days=2), timedelta(days=8), timedelta(days=35)


def backup(place: Place) -> Finding:
    """A copy was made lately."""
    name, told = "backup", _told(place.data / "run" / "backup.json")
    if told is None:
        return _nothing(name, place, "chưa có bản sao nào", "no copy yet", "ketnoi backup")
    days = _age(told).days
    finding = ok if _age(told) <= COPY_WITHIN else warn
    return finding(name, f"bản sao gần nhất {days} ngày trước", f"last copy {days} days ago")


def restore_trial(place: Place) -> Finding:
    """A copy was brought back on trial lately, and all of it was there."""
    name, told = "restore-trial", _told(place.data / "run" / "restore-trial.json")
    if told is None:
        cure = "ketnoi restore FILE --trial"
        return _nothing(name, place, "chưa thử khôi phục lần nào", "never tried", cure)
    if not told.get("well"):
        return fail(
            name,
            "lần thử gần nhất không khôi phục đúng. Sao lưu lại rồi thử lại",
            "the last trial did not come back right: make a new copy and try it",
        )
    age = _age(told)
    finding = ok if age <= TRIAL_WITHIN else warn if age <= TRIAL_AT_LAST else fail
    return finding(name, f"thử khôi phục {age.days} ngày trước", f"last tried {age.days} days ago")


def _nothing(name: str, place: Place, vietnamese: str, english: str, cure: str) -> Finding:
    if place.demo:
        return not_here(name, f"{vietnamese}; bản thử không cần", f"{english}; a demo needs none")
    return warn(name, f"{vietnamese}. Hãy chạy: {cure}", f"{english}, run: {cure}")


def _told(path: Path) -> dict[str, Any] | None:
    try:
        return dict(json.loads(path.read_text()))
    except (OSError, ValueError):
        return None


def _age(told: dict[str, Any]) -> timedelta:
    return max(datetime.now(UTC) - datetime.fromisoformat(told["at"]), timedelta(0))


CHECKS: tuple[Check, ...] = (backup, restore_trial)
