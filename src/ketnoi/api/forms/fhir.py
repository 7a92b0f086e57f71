"""The shape of what a program of an agency asks and says; FHIR R4B says what the names mean."""

from typing import Annotated, Literal

from ninja import Field, Schema
from pydantic import AwareDatetime

from ketnoi.api.terms import LAST_PAGE, MOST_A_PAGE, USUAL_A_PAGE

TaskStatus = Literal[
    "draft",
    "requested",
    "received",
    "accepted",
    "rejected",
    "in-progress",
    "on-hold",
    "completed",
    "failed",
    "cancelled",
]


class AskedTasks(Schema):
    """Which page of the tasks, and where they stand."""

    status: TaskStatus | None = None
    page: int = Field(1, ge=1, le=LAST_PAGE)
    count: int = Field(USUAL_A_PAGE, ge=1, le=MOST_A_PAGE, alias="_count")


class Coding(Schema):
    """A word of a list."""

    code: Annotated[str, Field(max_length=40)]


class Concept(Schema):
    """What is meant, by its first coding."""

    coding: list[Coding] = Field(min_length=1, max_length=10)


class Output(Schema):
    """How it ended."""

    valueCodeableConcept: Concept


class Period(Schema):
    """Until when."""

    end: AwareDatetime


class Restriction(Schema):
    """When something on hold is looked at again."""

    period: Period


class Issue(Schema):
    """One reason why there is no answer."""

    severity: Literal["error"]
    code: str
    diagnostics: str


class OperationOutcome(Schema):
    """Why there is no answer."""

    resourceType: Literal["OperationOutcome"]
    issue: list[Issue]


class TaskChange(Schema):
    """What a program says of a task; whatever else a FHIR Task holds is not read."""

    resourceType: Literal["Task"]
    status: TaskStatus
    statusReason: Concept | None = None
    output: list[Output] = Field([], max_length=10)
    restriction: Restriction | None = None

    @property
    def reason(self) -> str:
        """Why it is rejected."""
        return self.statusReason.coding[0].code if self.statusReason else ""

    @property
    def outcome(self) -> str:
        """How it ended."""
        return self.output[0].valueCodeableConcept.coding[0].code if self.output else ""
