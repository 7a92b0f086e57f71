"""Keys of what was written in a file, each closed for one agency that may read it."""

import uuid
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q

from ketnoi.agencies.terms import Role
from ketnoi.cases.terms import Scope
from ketnoi.foundation.belonging import InFile
from ketnoi.foundation.crypto import boxes, lock, unlock
from ketnoi.foundation.guard import ByAgency, Guard, OfHome, TakingPart

VOLUNTEER = Role.VOLUNTEER.value


class Wrap(InFile):
    """A key (`seal`) closed for one agency, inside a layer that goes with the person it is about.

    It is never changed. It goes with the door through which the agency came, or with her key.
    """

    opens_seals = True
    guarded = Guard(
        see=(
            TakingPart(),
            ByAgency("agency_id", {"scope": Scope.OWN.value}),
            ByAgency("agency_id", {"scope": Scope.APART.value}),
            OfHome("agency_id", role=VOLUNTEER),
        ),
        add=(TakingPart(), ByAgency("holder_id"), OfHome("holder_id", role=VOLUNTEER)),
        change=(),
        hides="case_id",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    seal = models.UUIDField()
    scope = models.CharField(max_length=10, choices=Scope)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey("agencies.AgencyKey", on_delete=models.PROTECT, related_name="+")
    closed = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["seal", "agency"], name="one_wrap_for_an_agency"),
            models.UniqueConstraint(
                fields=["case", "agency", "scope"],
                condition=~Q(scope="apart"),
                name="one_wrap_in_a_file",
            ),
        ]

    def close(self, plain: bytes, *, within: bytes) -> "Wrap":
        """Close the key for the agency of this wrap, inside the layer of a data key."""
        inner = boxes.close(plain, to=bytes(self.to.public), place=self.place)
        self.closed = lock(inner, within, self.place)
        return self

    def open(self, *, within: bytes) -> bytes:
        """The key again, with the secret of the agency and the data key of the layer."""
        return self.open_with(self.to.secret.plain, within=within)

    def open_with(self, secret: bytes, *, within: bytes) -> bytes:
        """The key again. Raises InvalidTag for another agency's secret or another person's key."""
        inner = unlock(bytes(self.closed), within, self.place)
        return boxes.reopen(inner, secret=secret, place=self.place)

    @property
    def place(self) -> str:
        """What it is bound to: the key inside, and for whom."""
        return f"wrap|{self.seal}|{self.to_id}"

    @classmethod
    def told(cls, seal: UUID, said: dict[str, Any]) -> "Wrap":
        """A wrap as a query brought it along (`queries.wraps_of`)."""
        keys = cls._meta.get_field("to").related_model
        to = keys.brought(UUID(said["to"]), _bytes(said["opens"]))
        return cls(seal=seal, to=to, closed=_bytes(said["closed"]))


def _bytes(said: str) -> bytes:
    return bytes.fromhex(said.removeprefix("\\x"))
