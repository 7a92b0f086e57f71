"""Files that somebody must not know of: who, for whoever puts something on a desk."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection

from ketnoi.foundation.guard.operations import Forwards, policies

SHUT_OUT = "SELECT agency, member FROM kn.shut_out(%s)"


@dataclass(frozen=True)
class ShutOut:
    """Agencies and single members who must not know of a file."""

    agencies: frozenset[UUID]
    members: frozenset[UUID]


def shut_out(file: UUID) -> ShutOut:
    """Who must not know of this file, as far as whoever acts has to know that."""
    with connection.cursor() as cursor:
        cursor.execute(SHUT_OUT, [file])
        found = cursor.fetchall()
    return ShutOut(
        agencies=frozenset(agency for agency, member in found if member is None),
        members=frozenset(member for _agency, member in found if member is not None),
    )


class GuardAgain(Forwards):
    """Write anew the policies of every table whose rows can be hidden, as far as it exists."""

    def database_forwards(self, app_label: str, editor: Any, _from: Any, state: Any) -> None:
        """Write them."""
        for told in state.apps.get_models():
            model = apps.all_models[told._meta.app_label].get(told._meta.model_name)
            if (guard := getattr(model, "guarded", None)) and guard.hides:
                for statement in policies(told._meta.db_table, guard):
                    editor.execute(statement)

    def describe(self) -> str:
        """What the migration prints."""
        return "Guard rows that can be hidden"
