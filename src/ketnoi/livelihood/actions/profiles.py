"""What matters of her when something is looked for: written down, corrected."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.foundation.action import Changed, Refused, action, note
from ketnoi.livelihood import access, queries
from ketnoi.livelihood.models import Candidate, Placement, WorkProfile

if TYPE_CHECKING:
    from ketnoi.cases.models import Case

CODED = (
    "wishes",
    "skills",
    "schooling",
    "age_band",
    "group",
    "commune",
    "hours",
    "needs_childcare",
    "needs_access",
    "furthest_km",
    "tells",
)


@action
def write_profile(
    *, case: "Case", version: int, by: Any, now: datetime, **facts: Any
) -> WorkProfile:
    """Write down what she wants, can do and needs; refused when somebody else was faster.

    A file that was merged into this one keeps its own: the new one begins here.
    """
    if not access.may_write_profile(member=by, writes=queries.writes_in(case, by)):
        raise Refused(_("Vai hoặc đơn vị của bạn chưa ghi được trong hồ sơ này."))
    found = WorkProfile.objects.select_for_update(of=("self",)).filter(case_id=case.pk)
    fresh = found.first()
    known = fresh or queries.profile_of(case, by)
    if (known.version if known else 0) != version:
        raise Changed(known or WorkProfile())
    profile = fresh or WorkProfile(case=case, holder_id=case.holder_id, agency_id=by.agency_id)
    profile.case = case
    words = {name: value for name, value in facts.items()}
    for name, value in {**words, "written_at": now, "written_by": by}.items():
        setattr(profile, name, value)
    profile.version = version + 1
    _save(profile, is_new=fresh is None, names=[*words])
    note("profile.written", by=by, about=profile, tells=sorted(profile.tells))
    return profile


@action
def forget_profile(*, profile: WorkProfile, by: Any, now: datetime) -> WorkProfile:
    """Take away every code that was written down of her; her words go with her key."""
    if not access.may_forget(member=by, record=profile):
        raise Refused(_("Chỉ phụ trách đơn vị đang giữ hồ sơ mới xóa được."))
    blank = WorkProfile()
    for name in CODED:
        setattr(profile, name, getattr(blank, name))
    profile.version += 1
    profile.written_at, profile.written_by = now, by
    _save(profile, is_new=False, names=[*CODED])
    note("profile.forgotten", by=by, about=profile)
    return profile


@action
def forget_told(*, placement: Placement, by: Any, now: datetime) -> Placement:
    """Take away what a partner was told of her; that she was there, and how it went, is counted."""
    if not access.may_forget(member=by, record=placement):
        raise Refused(_("Chỉ phụ trách đơn vị đang giữ hồ sơ mới xóa được."))
    placement.told = []
    placement.save(update_fields=["told"])
    Candidate.objects.filter(placement=placement).update(told=[])
    note("placement.told_forgotten", by=by, about=placement)
    return placement


def _save(profile: WorkProfile, *, is_new: bool, names: list[str]) -> None:
    if is_new:
        profile.save(force_insert=True)
    else:
        profile.save(update_fields=[*names, "version", "written_at", "written_by"])
