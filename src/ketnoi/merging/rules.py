"""What is kept where two files of one person differ, and what can be given back."""

from collections.abc import Mapping
from typing import Any

DANGER = ("unknown", "low", "medium", "high", "now")

Values = dict[str, Any]
Replaced = dict[str, list[Any]]


def suggested(field: str, ours: Any, theirs: Any) -> str:
    """Which value is ticked before anybody chooses: that of the file that goes on.

    The other one where ours is not known, or says less of a danger. Source: the network's own rule.
    """
    if field == "risk":
        return "theirs" if DANGER.index(theirs) > DANGER.index(ours) else "ours"
    return "ours" if ours not in ("", None, "unsaid") else "theirs"


def united(ours: list[str], theirs: list[str]) -> list[str]:
    """The words of both lists, each once, ours first. Source: the network's own rule."""
    return list(dict.fromkeys([*ours, *theirs]))


def replaced(before: Values, after: Values) -> Replaced:
    """What changes, with what was there before. Source: the network's own rule: undo is exact."""
    return {name: [before[name], after[name]] for name in after if before[name] != after[name]}


def given_back(changed: Mapping[str, list[Any]], now: Values) -> tuple[Values, list[str]]:
    """What returns to what it was, and what somebody corrected since, which stays as it is.

    Source: the network's own rule: undoing loses no later correction.
    """
    corrected = sorted(name for name, (_before, after) in changed.items() if now[name] != after)
    back = {name: before for name, (before, _after) in changed.items() if name not in corrected}
    return back, corrected
