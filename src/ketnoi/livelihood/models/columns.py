"""Columns that hold codes, and who stands at both ends of a placement."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from ketnoi.agencies.terms import Role
from ketnoi.foundation.guard import ByAgency, ByRole

SIDES = (ByAgency("agency_id"), ByAgency("holder_id"))
COORDINATOR = ByRole(Role.COORDINATOR.value)
SYSTEM = ByRole("system")


def words(choices: type[models.TextChoices]) -> ArrayField:
    """A column that holds several controlled words."""
    return ArrayField(models.CharField(max_length=20, choices=choices), default=list)


def codes() -> ArrayField:
    """A column that holds what is told of her, as codes like `skills:sewing`."""
    return ArrayField(models.CharField(max_length=40), default=list)
