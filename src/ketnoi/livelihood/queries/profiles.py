"""What matters of her, as her file says it."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from ketnoi.cases import queries as cases
from ketnoi.livelihood import rules
from ketnoi.livelihood.models import WorkProfile
from ketnoi.livelihood.terms import Part
from ketnoi.places import queries as places

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.places.models import Commune

NEEDED = "needed"


def writes_in(case: "Case", member: Any) -> bool:
    """Whether this member may write in the file at all."""
    return cases.may_write(member, case)


def profile_of(case: "Case", member: Any) -> WorkProfile | None:
    """What was written down of her; that of a file merged into this one, while it has none."""
    return next(iter(_profiles(case, member)), None)


def avoided_places(case: "Case", member: Any) -> list["Commune"]:
    """The communes she must avoid, for her file alone; those of merged files too: safety first."""
    codes = (code for profile in _profiles(case, member) for code in profile.avoided)
    found = (places.commune(code) for code in dict.fromkeys(codes))
    return [commune for commune in found if commune]


def profiles_of_files(files: Iterable["Case"], member: Any) -> list[WorkProfile]:
    """Everything that was written down of one person, in any of her files."""
    found = (profile for case in files for profile in _profiles(case, member))
    return list({profile.pk: profile for profile in found}.values())


def _profiles(case: "Case", member: Any) -> list[WorkProfile]:
    within = cases.within(case)
    near = ("commune__province", "written_by__agency")
    found = WorkProfile.objects.visible_to(member).filter(case_id__in=within).select_related(*near)
    for profile in found:
        profile.case = within[profile.case_id]
    return sorted(found, key=lambda p: (p.case_id != case.pk, -p.version, str(p.pk)))


def band_of(birth_year: int | None, *, on: date) -> str:
    """The span of years somebody of this year of birth is in."""
    return rules.band_of(on.year - birth_year) if birth_year else ""


def codes_of(profile: WorkProfile | None) -> list[str]:
    """Everything of her that could be told, as codes; never her words or what she must avoid."""
    if profile is None:
        return []
    several = {Part.WISHES: profile.wishes, Part.SKILLS: profile.skills, Part.HOURS: profile.hours}
    single = {
        Part.SCHOOLING: profile.schooling,
        Part.AGE: profile.age_band,
        Part.CHILDCARE: NEEDED if profile.needs_childcare else "",
        Part.ACCESS: NEEDED if profile.needs_access else "",
        Part.DISTANCE: profile.furthest_km or "",
    }
    told = {**several, **{part: [value] for part, value in single.items() if value}}
    return [f"{part}:{value}" for part in Part.values for value in told.get(Part(part), [])]
