"""A change of keys leaves its lines in the chain of the network: which class, begun or finished.

They are written in the transaction of the change itself, hence as the owner of the tables.
"""

import time

from django.db import connections

from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.signing import signed
from ketnoi.foundation.rotation.columns import OWNER
from ketnoi.foundation.trail.lines import Fact, append

SAY_WHO = "SELECT set_config('kn.told', %s, true), set_config('kn.signed', %s, true)"
SYSTEM = ("", "", "", NETWORK.role)


def leave_line(verb: str, **facts: Fact) -> None:
    """Say what the system did with keys. A class and a number are said, never a key."""
    connection = connections[OWNER]
    with connection.cursor() as cursor:
        backend = connection.connection.info.backend_pid
        cursor.execute(SAY_WHO, signed(SYSTEM, backend=backend, at=time.time()))
    append(verb, by=NETWORK, about=None, shared=False, facts=facts, using=OWNER)
