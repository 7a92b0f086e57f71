"""An own PostgreSQL for the demo, the tests and one machine: no system package, no open port.

It listens on a socket in a folder of mode 0700, asks for a password all the same (SCRAM), and
keeps the text of statements out of its log.
"""

from ketnoi.foundation.postgres.cluster import Cluster, Trouble
from ketnoi.foundation.postgres.held import held

__all__ = ["Cluster", "Trouble", "held"]
