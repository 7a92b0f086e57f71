"""The shape of what is asked and answered; HSDS 3.0 says what the names mean."""

from datetime import date
from uuid import UUID

from ninja import Field, Schema

from ketnoi.agencies.terms import Purpose
from ketnoi.api.terms import LAST_PAGE, MOST_A_PAGE, USUAL_A_PAGE
from ketnoi.directory.terms import Status


class Asked(Schema):
    """Which page of a list."""

    page: int = Field(1, ge=1, le=LAST_PAGE)
    per_page: int = Field(USUAL_A_PAGE, ge=1, le=MOST_A_PAGE)


class AskedServices(Asked):
    """Which page of the services, and for which need."""

    need: Purpose | None = None


class Problem(Schema):
    """Why there is no answer."""

    detail: str


class About(Schema):
    """What stands here (HSDS: API metadata)."""

    version: str
    profile: str
    openapi_url: str


class Part(Schema):
    """What every object of HSDS has."""

    id: UUID


class Organization(Part):
    """HSDS: organization."""

    name: str
    description: str


class Term(Part):
    """HSDS: taxonomy_term."""

    code: str
    name: str
    description: str
    taxonomy: str


class Attribute(Part):
    """HSDS: attribute."""

    link_id: UUID
    link_type: str
    link_entity: str
    taxonomy_term_id: UUID
    value: str
    taxonomy_term: Term


class Phone(Part):
    """HSDS: phone."""

    service_id: UUID
    number: str
    type: str
    description: str


class Schedule(Part):
    """HSDS: schedule."""

    service_id: UUID
    timezone: int
    freq: str
    byday: str
    opens_at: str | None = None
    closes_at: str | None = None


class Language(Part):
    """HSDS: language."""

    service_id: UUID
    code: str
    name: str


class Accessibility(Part):
    """HSDS: accessibility."""

    location_id: UUID
    description: str


class Address(Part):
    """HSDS: address."""

    location_id: UUID
    address_1: str
    city: str
    state_province: str
    postal_code: str
    country: str
    address_type: str


class Location(Part):
    """HSDS: location."""

    location_type: str
    organization_id: UUID
    name: str | None = None
    addresses: list[Address] | None = None
    accessibility: list[Accessibility] = []


class RequiredDocument(Part):
    """HSDS: required_document."""

    service_id: UUID
    document: str


class CostOption(Part):
    """HSDS: cost_option."""

    service_id: UUID
    option: str
    currency: str
    amount: int


class Place(Part):
    """HSDS: service_at_location."""

    service_id: UUID
    location_id: UUID
    location: Location


class ServiceInList(Part):
    """HSDS: service, as a list names it."""

    organization_id: UUID
    name: str
    status: Status
    assured_date: date
    fees_description: str
    description: str | None = None
    eligibility_description: str | None = None
    application_process: str | None = None
    alert: str | None = None
    organization: Organization


class Service(ServiceInList):
    """HSDS: service."""

    phones: list[Phone]
    schedules: list[Schedule]
    languages: list[Language]
    required_documents: list[RequiredDocument]
    cost_options: list[CostOption]
    service_at_locations: list[Place]
    attributes: list[Attribute]


class PlaceWithItsService(Place):
    """HSDS: service_at_location, with its service."""

    service: ServiceInList


class Page(Schema):
    """HSDS: page."""

    total_items: int
    total_pages: int
    page_number: int
    size: int
    first_page: bool
    last_page: bool
    empty: bool


class Services(Page):
    """One page of services."""

    contents: list[ServiceInList]


class Organizations(Page):
    """One page of organizations."""

    contents: list[Organization]


class Places(Page):
    """One page of service_at_locations."""

    contents: list[PlaceWithItsService]
