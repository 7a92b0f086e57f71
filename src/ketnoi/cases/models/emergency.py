"""Opening a file in an emergency, and what the agency that holds it says of that."""

from django.db import models

from ketnoi.cases import terms
from ketnoi.cases.models.file import CaseAccess, OfCase
from ketnoi.foundation.crypto import SealedText
from ketnoi.foundation.guard import ByAgency, ByMember, Guard


class EmergencyOpening(OfCase):
    """That an officer whom nobody let in opened a file, why, and who stood for it beside her.

    Only kn.break_glass() makes one, together with its door; the door closes by itself.
    """

    guarded = Guard(
        see=(ByAgency("holder_id"), ByAgency("agency_id")),
        add=(),
        change=(ByMember("member_id", home="agency_id"),),
        hides="case_id",
    )

    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    door = models.OneToOneField(CaseAccess, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=20, choices=terms.EmergencyReason)
    words = SealedText()
    at = models.DateTimeField()
    review_due = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["agency", "review_due"], name="emergency_of_agency")]


class EmergencyReview(OfCase):
    """What the agency that holds the file says of an emergency opening, once."""

    guarded = Guard(
        see=(ByAgency("holder_id"), ByAgency("opener_id")),
        add=(ByAgency("holder_id"),),
        change=(),
        hides="case_id",
    )

    opening = models.OneToOneField(
        EmergencyOpening, on_delete=models.PROTECT, related_name="review"
    )
    opener = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=20, choices=terms.Verdict)
    at = models.DateTimeField()
    by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
