"""Safety plans: the one that stands, and what of it can be put on a card."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from ketnoi.cases import queries as cases
from ketnoi.foundation.clock import ZONE
from ketnoi.law import queries as law
from ketnoi.protection import access, rules
from ketnoi.protection.models import SafetyPlan

if TYPE_CHECKING:
    from ketnoi.cases.models import Case

PARTS = {
    "people": _("Người gọi được"),
    "places": _("Nơi đến được"),
    "take": _("Đồ mang theo"),
    "signs": _("Dấu hiệu báo trước"),
    "code_word": _("Lời hẹn riêng"),
}
"""What a plan says, in the order in which a card offers it."""


def plan_of(case: "Case", member: Any) -> SafetyPlan | None:
    """The plan of this file that stands for the member's own agency."""
    found = SafetyPlan.objects.visible_to(member).filter(case_id__in=cases.within(case))
    plan = found.order_by("-written_at", "-number").first()
    if plan is not None:
        plan.case = cases.within(case)[plan.case_id]
    return plan


def plan_by_code(member: Any, code: str) -> SafetyPlan | None:
    """The plan that stands, looked up through its file."""
    case = cases.case_by_code(member, code)
    return plan_of(case, member) if case else None


def may_plan(case: "Case", member: Any) -> bool:
    """Whether this member may write a plan with her."""
    takes_part = cases.takes_part(member, case)
    return access.may_plan(member=member, case=case, takes_part=takes_part)


def lines_of(plan: SafetyPlan) -> dict[str, tuple[str, str]]:
    """Each thing she named, with what it is; by a name of its own."""
    return {
        f"{part}-{at}": (str(name), line)
        for part, name in PARTS.items()
        for at, line in enumerate(rules.lines_of(getattr(plan, part).open()))
    }


def latest_review(now: datetime) -> date:
    """The last day on which a plan of today is looked at again."""
    return law.due(code=rules.PLAN_REVIEW, start=now).astimezone(ZONE).date()
