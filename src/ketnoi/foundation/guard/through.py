"""Rows that name a record: who reaches the record reaches them."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Q

from ketnoi.foundation.guard.reach import Way


@dataclass(frozen=True)
class Through(Way):
    """Rows that name a record which the actor reaches: what guards that record guards them too."""

    parent: str = ""

    def _sql(self) -> str:
        # The policy of the parent holds inside the policy of the child.
        table = apps.get_model(self.parent)._meta.db_table
        return f"EXISTS (SELECT FROM {table} parent WHERE parent.id = {self.column})"

    def _q(self, member: Any) -> Q:
        model: Any = apps.get_model(self.parent)
        return Q(**{f"{self.column}__in": model.objects.visible_to(member).values("pk")})
