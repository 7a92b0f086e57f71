"""Drives of an agency, what they need and what was told of them, for its own people."""

from typing import Any
from uuid import UUID

from django.db.models import F

from ketnoi.drives.models import Drive, Evidence, Need

NEAR = ("commune__province", "province", "made_by", "verified_by")


def drives_of(member: Any) -> list[Drive]:
    """The drives of a member's agency, those that go on first."""
    found = Drive.objects.visible_to(member)
    return list(found.order_by(F("ended_at").desc(nulls_first=True), "-opened_at", "pk"))


def drive(member: Any, pk: UUID) -> Drive | None:
    """One drive of a member's agency, with its key."""
    return Drive.objects.visible_to(member).select_related("key").filter(pk=pk).first()


def needs_of(drive: Drive, member: Any) -> list[Need]:
    """What a drive needs, in the order in which it was written down."""
    found = Need.objects.visible_to(member).filter(drive=drive).select_related(*NEAR)
    return list(found.order_by("made_at", "pk"))


def need_of_drive(member: Any, drive: UUID, pk: UUID) -> Need | None:
    """One need, looked up through its drive."""
    found = Need.objects.visible_to(member).filter(drive_id=drive, pk=pk)
    return found.select_related("drive__key", *NEAR).first()


def evidence_of(drive: Drive, member: Any) -> list[Evidence]:
    """What was told of a drive, the latest first; what a second person dropped is left out."""
    found = Evidence.objects.visible_to(member).filter(drive=drive)
    kept = found.exclude(checked_at__isnull=False, is_public=False).select_related("written_by")
    told = list(kept.order_by("-written_at", "pk"))
    for one in told:
        one.drive = drive
    return told


def evidence_to_check(member: Any, drive: UUID, pk: UUID) -> Evidence | None:
    """One sentence that waits for a second person, looked up through its drive."""
    found = Evidence.objects.visible_to(member).filter(drive_id=drive, pk=pk, checked_at=None)
    return found.select_related("drive__key").first()
