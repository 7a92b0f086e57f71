"""How much a network, and all of them together, may send without being asked for a step more.

Two buckets of tokens that fill by themselves, in one statement that is its own transaction: a
flood waits for no page, and the workers share one count.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.flood.networks import mark_of

EVERYBODY = "everybody"
TAKE = """
WITH gone AS (DELETE FROM foundation_bucket WHERE day < %(day)s)
INSERT INTO foundation_bucket AS b (mark, day, left_over, filled_at) VALUES
  (%(network)s, %(day)s, %(network_holds)s - 1, %(now)s),
  (%(everybody)s, %(day)s, %(everybody_holds)s - 1, %(now)s)
ON CONFLICT (mark) DO UPDATE SET filled_at = greatest(b.filled_at, %(now)s), left_over = greatest(
  -1, least(
    CASE b.mark WHEN %(network)s THEN %(network_holds)s ELSE %(everybody_holds)s END,
    b.left_over + greatest(0, extract(epoch FROM %(now)s - b.filled_at))
      * CASE b.mark WHEN %(network)s THEN %(network_fills)s ELSE %(everybody_fills)s END
  ) - 1)
RETURNING left_over
"""
USE = """
WITH gone AS (DELETE FROM foundation_used_proof WHERE until < %(now)s)
INSERT INTO foundation_used_proof (id, until) VALUES (%(id)s, %(until)s) ON CONFLICT DO NOTHING
"""


@dataclass(frozen=True)
class Bucket:
    """How many it holds, and how many it gains in a second."""

    holds: float
    fills: float


OF_NETWORK = Bucket(holds=8, fills=1 / 20)
OF_EVERYBODY = Bucket(holds=40, fills=1)


def take(network: str, *, purpose: str, now: datetime) -> bool:
    """Whether one more is at ease: its network has a token left, and so have all together.

    Who sends on while a bucket is empty keeps it empty.
    """
    day = now.astimezone(ZONE).date()
    asked = {
        "day": day,
        "now": now,
        "network": mark_of(network, purpose=purpose, day=day),
        "everybody": mark_of(EVERYBODY, purpose=purpose, day=day),
        "network_holds": OF_NETWORK.holds,
        "network_fills": OF_NETWORK.fills,
        "everybody_holds": OF_EVERYBODY.holds,
        "everybody_fills": OF_EVERYBODY.fills,
    }
    with connection.cursor() as cursor:
        cursor.execute(TAKE, asked)
        return all(left >= 0 for (left,) in cursor.fetchall())


def use(proof: UUID, *, until: datetime, now: datetime) -> bool:
    """Whether a proof is used for the first time; it is remembered until it would expire."""
    with connection.cursor() as cursor:
        cursor.execute(USE, {"id": proof, "until": until, "now": now})
        return cursor.rowcount == 1
