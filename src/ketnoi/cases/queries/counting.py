"""How many files stand where, for whoever asks."""

from collections import Counter
from typing import Any

from django.db.models import Count, Q, QuerySet

from ketnoi.cases.models import Case
from ketnoi.foundation.guard import Opened


def files_by_status(member: Any) -> dict[str, int]:
    """How many files stand where: those her agency keeps, and those that were opened to it.

    The two are counted apart: what an agency keeps is then counted from the index alone, and it
    stays quick where one agency keeps tens of thousands. A coordinator, who keeps none, gets none.
    """
    own = Q(holder_id=member.files) if member.files else Q(keeper_id=member.member_id)
    reached = Case.objects.visible_to(member)
    opened = reached.filter(Opened("id").q(member)).exclude(own)
    return dict(sum(map(_counted, (reached.filter(own), opened)), Counter()))


def _counted(files: QuerySet[Case]) -> Counter[str]:
    return Counter(dict(files.order_by().values_list("status").annotate(n=Count("pk"))))
