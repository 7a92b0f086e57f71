"""The directory in the shape of HSDS 3.0. Whatever may not be told is left out here."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import NAMESPACE_OID

from django.utils.translation import gettext as _

from ketnoi.agencies.terms import Purpose
from ketnoi.api.rules import HANOI, name_of_part, weekly
from ketnoi.directory import queries as directory
from ketnoi.directory.terms import Accessibility, Cost, Language

NEED, EASE = "need", "accessibility"


def organization(agency: Any) -> dict:
    """An agency (HSDS: organization)."""
    about = directory.published_text(agency, agency.about)
    return {"id": str(agency.pk), "name": agency.name, "description": about or agency.name}


def service(record: Any, *, today: date) -> dict:
    """A service with its hours, its number, its places (HSDS: service)."""
    return service_in_list(record) | {
        "phones": [*_phones(record, today)],
        "schedules": [_schedule(record, line) for line in directory.schedules(record)],
        "languages": [_language(record, code) for code in record.languages],
        "required_documents": [*_documents(record)],
        "cost_options": [*_costs(record)],
        "service_at_locations": [place(where) for where in _open_places(record)],
        "attributes": [*_attributes(record)],
    }


def service_in_list(record: Any) -> dict:
    """A service as a list names it, with its agency."""
    return {
        "id": str(record.pk),
        "organization_id": str(record.agency_id),
        "status": record.status,
        "assured_date": record.verified_on.isoformat(),
        "fees_description": _fees(record),
        "organization": organization(record.agency),
        **_texts(record),
    }


def place_with_its_service(where: Any) -> dict:
    """Where a service is given, with the service as a list names it."""
    return place(where) | {"service": service_in_list(where.service)}


def place(where: Any) -> dict:
    """Where a service is given (HSDS: service_at_location)."""
    location = _location(where)
    return {
        "id": str(where.pk),
        "service_id": str(where.service_id),
        "location_id": location["id"],
        "location": location,
    }


def _texts(record: Any) -> dict:
    """Its texts; HSDS leaves out what is empty."""
    texts = {
        "name": record.name,
        "description": record.description,
        "eligibility_description": record.eligibility,
        "application_process": record.how_to_reach,
    }
    told = {name: directory.published_text(record, text) for name, text in texts.items()}
    told["name"] = told["name"] or str(Purpose(record.purposes[0]).label)
    if record.location_secret:
        told["alert"] = _("Nơi ở được giữ kín. Địa chỉ báo khi tiếp nhận.")
    return {name: text for name, text in told.items() if text}


def _fees(record: Any) -> str:
    note = directory.published_text(record, record.cost_note)
    return ". ".join(filter(None, [str(Cost(record.cost).label), note]))


def _open_places(record: Any) -> list[Any]:
    """A secret service has no place; the second lock is here."""
    if record.location_secret:
        return []
    return [where for where in record.places.all() if not where.location_secret]


def _location(where: Any) -> dict:
    of_agency = {"organization_id": str(where.service.agency_id)}
    told: dict[str, Any] = {"id": name_of_part(where.pk, "location"), **of_agency}
    told["location_type"] = "physical"
    if where.commune is not None:
        told["name"] = where.commune.label
    if where.commune is not None and where.address:
        told["addresses"] = [_address(where, told["id"])]
    return told | {"accessibility": [*_eases(where, told["id"])]}


def _address(where: Any, location: str) -> dict:
    return {
        "id": name_of_part(where.pk, "address"),
        "location_id": location,
        "address_1": where.address,
        "city": str(where.commune),
        "state_province": where.commune.province.short,
        "postal_code": "",
        "country": "VN",
        "address_type": "physical",
    }


def _eases(where: Any, location: str) -> Iterator[dict]:
    for code in where.service.accessibility:
        yield {
            "id": name_of_part(where.pk, EASE, code),
            "location_id": location,
            "description": str(Accessibility(code).label),
        }


def _phones(record: Any, today: date) -> Iterator[dict]:
    number = directory.published_number(record, today=today)
    if number is not None:
        yield {
            "id": name_of_part(record.pk, "phone", number.number),
            "service_id": str(record.pk),
            "number": number.number,
            "type": "voice",
            "description": ". ".join(filter(None, [number.name, str(Cost(number.cost).label)])),
        }


def _schedule(record: Any, line: Any) -> dict:
    own = {"id": str(line.pk), "service_id": str(record.pk), "timezone": HANOI}
    return own | weekly(line)


def _language(record: Any, code: str) -> dict:
    return {
        "id": name_of_part(record.pk, "language", code),
        "service_id": str(record.pk),
        "code": code,
        "name": str(Language(code).label),
    }


def _documents(record: Any) -> Iterator[dict]:
    for document in record.required_documents:
        if text := directory.published_text(record, document):
            yield {
                "id": name_of_part(record.pk, "document", text),
                "service_id": str(record.pk),
                "document": text,
            }


def _costs(record: Any) -> Iterator[dict]:
    if record.cost == Cost.FREE:
        yield {
            "id": name_of_part(record.pk, "cost"),
            "service_id": str(record.pk),
            "option": str(Cost.FREE.label),
            "currency": "VND",
            "amount": 0,
        }


def _attributes(record: Any) -> Iterator[dict]:
    """What help it is for, and what makes it reachable: our own words, as terms of a taxonomy."""
    for code in record.purposes:
        yield _attribute(record, NEED, code, str(Purpose(code).label))
    for code in record.accessibility:
        yield _attribute(record, EASE, code, str(Accessibility(code).label))


def _attribute(record: Any, taxonomy: str, code: str, label: str) -> dict:
    term = name_of_part(NAMESPACE_OID, taxonomy, code)
    return {
        "id": name_of_part(record.pk, taxonomy, code),
        "link_id": str(record.pk),
        "link_type": taxonomy,
        "link_entity": "service",
        "taxonomy_term_id": term,
        "value": code,
        "taxonomy_term": {
            "id": term,
            "code": code,
            "name": label,
            "description": label,
            "taxonomy": taxonomy,
        },
    }
