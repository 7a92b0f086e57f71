"""What matters of her when something is looked for."""

import uuid

from django.db import models

from ketnoi.foundation.belonging import InFile
from ketnoi.foundation.crypto import SealedText
from ketnoi.foundation.guard import ByAgency, Guard, Opened, TakingPart
from ketnoi.livelihood import terms
from ketnoi.livelihood.models.columns import SYSTEM, words


class WorkProfile(InFile):
    """What matters of her when something is looked for: wishes, skills, conditions, as codes.

    Her own words and the communes she must avoid are sealed; only who holds the file or takes part
    in it reads them. `tells` are the parts that she agreed to have told outside the file.
    """

    guarded = Guard(
        see=(ByAgency("holder_id"), Opened("case_id"), SYSTEM),
        add=(TakingPart(),),
        change=(ByAgency("holder_id"), Opened("case_id")),
        hides="case_id",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.OneToOneField("cases.Case", on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    wishes = words(terms.Kind)
    skills = words(terms.Skill)
    schooling = models.CharField("học vấn", max_length=20, choices=terms.Schooling, blank=True)
    age_band = models.CharField("khoảng tuổi", max_length=20, choices=terms.AgeBand, blank=True)
    group = models.CharField("dân tộc", max_length=10, choices=terms.Group, blank=True)
    commune = models.ForeignKey(
        "places.Commune", on_delete=models.PROTECT, null=True, related_name="+"
    )
    hours = words(terms.Hours)
    needs_childcare = models.BooleanField("cần gửi trẻ", default=False)
    needs_access = models.BooleanField("cần tiếp cận được", default=False)
    furthest_km = models.PositiveSmallIntegerField("xa nhất", null=True)
    tells = words(terms.Part)
    avoids = SealedText("nơi cần tránh")
    own_words = SealedText("lời của chị ấy")
    version = models.PositiveIntegerField(default=1)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")

    @property
    def avoided(self) -> list[str]:
        """The codes of the communes she must avoid."""
        return self.avoids.open().split()
