"""What every record of a loan in a file has."""

import uuid
from typing import Any

from django.db import models

from ketnoi.foundation.belonging import InFile
from ketnoi.foundation.guard import ByAgency

HOLDER, LENDER = ByAgency("holder_id"), ByAgency("agency_id")


def a_record(to: str, *, null: bool = False) -> Any:
    """A column that names another record, which is never taken away."""
    return models.ForeignKey(to, on_delete=models.PROTECT, related_name="+", null=null)


class OfLending(InFile):
    """A record of one file, of the agency that lends, sealed with the key of the person."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = a_record("cases.Case")
    holder = a_record("agencies.Agency")
    agency = a_record("agencies.Agency")

    class Meta:
        abstract = True
