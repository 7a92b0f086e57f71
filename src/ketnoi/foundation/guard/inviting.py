"""Rows of those who were invited: each row names their agencies in a list."""

from typing import Any

from django.db.models import Q

from ketnoi.foundation.guard.reach import NOTHING, Opened, Way


class AmongInvited(Way):
    """Rows that name the actor's agency in a list, in a file that was opened to it."""

    def _sql(self) -> str:
        return f"(SELECT kn.files()) = ANY ({self.column}) AND {Opened('case_id').sql()}"

    def _q(self, member: Any) -> Q:
        if not member.files:
            return NOTHING
        return Q(**{f"{self.column}__contains": [member.files]}) & Opened("case_id").q(member)
