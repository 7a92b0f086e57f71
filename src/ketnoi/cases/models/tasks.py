"""What waits to be done in a file, and on whose desk."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from ketnoi.agencies.terms import Role
from ketnoi.cases import terms
from ketnoi.cases.models.file import OfCase
from ketnoi.foundation.guard import ByAgency, ByMember, ByRole, Guard, LedTo

SYSTEM = ByRole("system")
# That such a task exists would already tell a coordinator which agencies know one woman.
OVERSEEN = ByRole(Role.COORDINATOR.value, never={"kind": tuple(sorted(terms.QUIET))})
TASK_PARTIES = (
    ByAgency("holder_id"),
    ByAgency("agency_id"),
    ByAgency("asker_id"),
    ByMember("member_id"),
    LedTo("subject", text=True),
)


class Task(OfCase):
    """Something that waits: who must do it, by when, who waits for it. It is done once.

    `maker` is the agency that put it on somebody else's desk, where it is not the one that waits.
    `page` and `subject` say where it is done: the name of a page and the id it opens.
    """

    guarded = Guard(
        see=(*TASK_PARTIES, OVERSEEN, SYSTEM),
        add=(*TASK_PARTIES, ByAgency("maker_id"), SYSTEM),
        change=(*TASK_PARTIES, SYSTEM),
        hides="case_id",
    )

    code = models.CharField("mã hồ sơ", max_length=16)
    step = models.CharField(max_length=20, choices=terms.Step)
    kind = models.CharField(max_length=20, choices=terms.TaskKind)
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )
    asker = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    maker = models.ForeignKey(
        "agencies.Agency", on_delete=models.PROTECT, null=True, related_name="+"
    )
    page = models.CharField(max_length=60, blank=True)
    subject = models.CharField(max_length=60, blank=True)
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        indexes = [
            models.Index(fields=["case", "made_at"], name="task_of_case"),
            models.Index(fields=["agency", "due_at"], condition=Q(done_at=None), name="task_to_do"),
            models.Index(
                fields=["asker", "due_at"], condition=Q(done_at=None), name="task_awaited"
            ),
            models.Index(
                fields=["member", "due_at"], condition=Q(done_at=None), name="task_of_member"
            ),
            models.Index(fields=["due_at"], condition=Q(done_at=None), name="task_latest"),
        ]

    @property
    def href(self) -> str:
        """Where it is done."""
        return reverse(self.page, args=(self.subject or self.code).split("/"))
