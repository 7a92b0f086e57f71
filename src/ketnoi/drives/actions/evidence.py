"""One officer writes what a drive did; another looks for names in it before it is printed."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.drives import access
from ketnoi.drives.models import Drive, Evidence
from ketnoi.foundation.action import Refused, action, note, part


@action
def write_evidence(*, drive: Drive, people: int, words: str, by: Any, now: datetime) -> Evidence:
    """How many people it reached, and one sentence in which nobody can be recognised."""
    if not access.may_run(member=by):
        raise Refused(_("Bạn không làm được việc này trong đợt vận động."))
    if drive.forgotten_at is not None:
        raise Refused(_("Tên người góp đã được xóa."))
    about: dict[str, Any] = {"people": people, "words": words, "written_at": now, "written_by": by}
    evidence = Evidence(agency_id=drive.agency_id, drive=drive, **about)
    evidence.save(force_insert=True)
    note("drive.told", by=by, about=evidence)
    return evidence


@action
def check_evidence(*, evidence: Evidence, by: Any, now: datetime) -> Evidence:
    """A second person found no name in it: the sentence is printed on the public page."""
    fresh = lock_unchecked(evidence=evidence)
    if not access.may_check(member=by, evidence=fresh):
        raise Refused(_("Một cán bộ khác kiểm tra, không phải người đã viết."))
    fresh.sentence, fresh.is_public = fresh.words.open(), True
    settle(evidence=fresh, by=by, now=now)
    note("drive.told_checked", by=by, about=fresh)
    return fresh


@action
def drop_evidence(*, evidence: Evidence, by: Any, now: datetime) -> Evidence:
    """A second person found that somebody could be recognised: the sentence goes."""
    fresh = lock_unchecked(evidence=evidence)
    if not access.may_check(member=by, evidence=fresh):
        raise Refused(_("Một cán bộ khác kiểm tra, không phải người đã viết."))
    settle(evidence=fresh, by=by, now=now)
    note("drive.told_dropped", by=by, about=fresh)
    return fresh


@part
def settle(*, evidence: Evidence, by: Any, now: datetime) -> None:
    """It was looked at; what was sealed is not needed any more."""
    evidence.words, evidence.checked_at, evidence.checked_by = "", now, by
    changed = ["words", "sentence", "is_public", "checked_at", "checked_by"]
    evidence.save(update_fields=changed)


@part
def lock_unchecked(*, evidence: Evidence) -> Evidence:
    """What nobody has checked yet, as it stands now."""
    found = Evidence.objects.select_for_update(of=("self",)).select_related("drive__key")
    fresh = found.filter(pk=evidence.pk, checked_at=None).first()
    if fresh is None:
        raise Refused(_("Câu này đã được kiểm tra."))
    return fresh
