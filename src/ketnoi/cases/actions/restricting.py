"""Keeping a file without sharing it, because she asked for that; and letting it be shared again."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.cases import access
from ketnoi.cases.models import Case
from ketnoi.foundation.action import Refused, action, note


@action
def restrict_case(*, case: Case, by: Any, now: datetime) -> Case:
    """From now on nothing of this file is told to others on the ground of a yes."""
    return _restrict(case, now, "case.restricted", by=by)


@action
def lift_restriction(*, case: Case, by: Any) -> Case:
    """She agrees that she may be asked again; every yes is asked for anew."""
    return _restrict(case, None, "case.unrestricted", by=by)


def _restrict(case: Case, since: datetime | None, verb: str, *, by: Any) -> Case:
    if not access.may_keep(member=by, case=case):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới làm được việc này."))
    case.restricted_at = since
    case.save(update_fields=["restricted_at"])
    note(verb, by=by, about=case)
    return case
