"""Who may read the numbers."""

from ketnoi.agencies.terms import Role

READS_OUTCOMES = frozenset({Role.LEAD, Role.COORDINATOR})
