"""Running one of foundation's SQL files from a migration."""

from pathlib import Path
from typing import Any

from django.db.migrations.operations.base import Operation

FOLDER = Path(__file__).parents[1] / "sql"


class RunFile(Operation):
    """Run a file of `foundation/sql`. The files can be run again without harm.

    What stands in the file as `:visible` is replaced by the rule that a guard declares for reading.
    """

    reversible = True

    def __init__(self, name: str, *, visible: str = "false") -> None:
        self.name = name
        self.visible = visible

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Nothing: models look the same."""

    def database_forwards(self, app_label: str, editor: Any, _from: Any, state: Any) -> None:
        """Run it."""
        text = (FOLDER / self.name).read_text().replace(":visible", self.visible)
        editor.execute(text, params=None)

    def database_backwards(self, *args: Any, **kwargs: Any) -> None:
        """Functions stay: the next run replaces them."""

    def describe(self) -> str:
        """What the migration prints."""
        return f"Run {self.name}"
