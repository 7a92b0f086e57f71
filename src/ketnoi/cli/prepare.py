"""Making a database ready, in a process of its own: `python -m ketnoi.cli.prepare STEP …`."""

import importlib
import importlib.util
import inspect
import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ketnoi.cli import home
from ketnoi.cli.speech import Stop

DONE, PEOPLE = "done.json", "people.json"
REFERENCE = (
    ("ketnoi.places.actions", "load_places"),
    ("ketnoi.agencies.actions", "load_network"),
    ("ketnoi.law.actions", "load_facts"),
    ("ketnoi.directory.actions", "load_directory"),
    ("ketnoi.trainings.actions", "load_events"),
)


def migrate() -> None:
    """Bring the tables up to date, as the owner."""
    from ketnoi.foundation import tables

    tables.migrate()


def keep_key() -> None:
    """Let the database know the key under who acts, after a migration that was run by hand."""
    from ketnoi.foundation.guard import signing

    signing.keep_key("owner")


def load_reference() -> None:
    """Load what every installation needs: places, law, directory – as far as they are there."""
    from ketnoi.foundation import clock
    from ketnoi.foundation.actor import NETWORK

    offered = {"by": NETWORK, "now": clock.now(), "today": clock.today()}
    for module, name in REFERENCE:
        load = _find(module, name)
        if load:
            wanted = inspect.signature(load).parameters
            load(**{k: v for k, v in offered.items() if k in wanted})


def static() -> None:
    """Gather the style sheets and scripts."""
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0, clear=True)


def demo() -> None:
    """Load the people and the stories of the demo, and remember who can be played."""
    load, people = _find("ketnoi.demo", "load"), _find("ketnoi.demo", "people")
    if load:
        load(progress=_say)
    found = list(people()) if people else []
    (_run() / PEOPLE).write_text(json.dumps(found, ensure_ascii=False))


def today(day: str) -> None:
    """Move the clock of the demo to a day, or back to the true one."""
    from ketnoi.foundation import clock

    moved = datetime.now(clock.ZONE).date() if day == "now" else date.fromisoformat(day)
    clock.move_to(moved)


STEPS: dict[str, Callable[..., None]] = {
    "migrate": migrate,
    "reference": load_reference,
    "static": static,
    "demo": demo,
    "today": today,
}


def in_its_own_process(*steps: str, told: dict[str, str]) -> None:
    """Do some steps without loading Django here."""
    command = home.python("ketnoi.cli.prepare", *steps)
    done = subprocess.run(command, env={**home.inherited(), **told}, check=False)
    if done.returncode:
        raise Stop("Chưa chuẩn bị được, xem dòng trên.", "Preparing failed, see above.")


def main(arguments: list[str]) -> None:
    """Do the steps in their order. What stands after `=` is remembered as done."""
    import django

    django.setup()
    for argument in arguments:
        name, _, value = argument.partition("=")
        STEPS[name](*([value] if name == "today" else []))
        if value:
            _remember(name, value)


def _remember(name: str, value: str) -> None:
    path = _run() / DONE
    done = json.loads(path.read_text()) if path.exists() else {}
    path.write_text(json.dumps({**done, name: value}))


def _find(module: str, name: str) -> Any:
    try:
        found = importlib.util.find_spec(module)
    except ModuleNotFoundError:
        return None
    return getattr(importlib.import_module(module), name, None) if found else None


def _run() -> Path:
    return Path(os.environ["KETNOI_DIR"]) / "run"


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
