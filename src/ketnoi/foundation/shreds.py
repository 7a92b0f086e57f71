"""The record of what was shredded: which keys, of which person, when, on what ground.

It holds ids and codes only, so it may outlive her data; a restored copy obeys it before it opens.
"""

from uuid import UUID

from django.db import connection

from ketnoi.foundation.models import Shred

__all__ = ["Shred", "erase"]


def erase(person_id: UUID, *, ground: str) -> int:
    """Destroy every key of hers and write that down. PostgreSQL refuses who may not, and a hold."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT kn.erase_person(%s, %s)", [person_id, ground])
        return cursor.fetchone()[0]
