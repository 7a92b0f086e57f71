"""Referrals as other programs read them: FHIR R4B Task and ServiceRequest, no word of her."""

from datetime import datetime
from typing import Any

from ketnoi.agencies.terms import Purpose
from ketnoi.api import rules
from ketnoi.api.terms import TASK_CODE, URN
from ketnoi.cases import queries as cases
from ketnoi.referrals import queries as referrals
from ketnoi.referrals.terms import Decline, Outcome, Urgency


def tasks(member: Any, *, status: str = "", number: int = 1, size: int = 25) -> dict:
    """What an agency asks and is asked, the newest first, as one page of a FHIR Bundle."""
    found = referrals.referrals_visible_to(member).exclude(is_sent=False)
    if status:
        found = found.filter(state__in=rules.states_of(status))
    part = list(found.order_by("-made_at", "pk")[(number - 1) * size : number * size])
    told = [t for t in _tasks(member, part) if not status or t["status"] == status]
    links = [("self", number)] + ([("next", number + 1)] if len(part) == size else [])
    query = f"&status={status}" if status else ""
    return {
        "resourceType": "Bundle",
        "type": "searchset",
        "entry": [{"fullUrl": f"{URN}:task:{t['id']}", "resource": t} for t in told],
        "link": [
            {"relation": relation, "url": f"Task?page={page}&_count={size}{query}"}
            for relation, page in links
        ],
    }


def task(member: Any, referral: Any) -> dict:
    """One referral as a FHIR Task."""
    [told] = _tasks(member, [referral])
    return told


def service_request(member: Any, referral: Any) -> dict:
    """What was asked, as a FHIR ServiceRequest."""
    status = task(member, referral)["status"]
    return {
        "resourceType": "ServiceRequest",
        "id": str(referral.pk),
        "status": rules.request_status(status),
        "intent": "order",
        "priority": _priority(referral),
        "category": [_coded("purpose", referral.purpose, Purpose)],
        "code": {"text": referral.service.name},
        "subject": _subject(referral),
        "authoredOn": _moment(referral.made_at),
        "requester": _agency(referral.from_agency),
        "performer": [_agency(referral.to_agency)],
    }


def _tasks(member: Any, found: list[Any]) -> list[dict]:
    ids = [referral.pk for referral in found]
    last, seen = referrals.last_words(found), referrals.seen_among(found)
    due = cases.due_by_subject(member, [str(pk) for pk in ids])
    return [_task(r, last.get(r.pk), is_seen=r.pk in seen, due=due.get(str(r.pk))) for r in found]


def _task(referral: Any, last: Any, *, is_seen: bool, due: datetime | None) -> dict:
    decline, outcome = (last.decline, last.outcome) if last else ("", "")
    status = rules.task_status(state=referral.state, outcome=outcome, is_seen=is_seen)
    told: dict[str, Any] = {
        "resourceType": "Task",
        "id": str(referral.pk),
        "status": status,
        "intent": "order",
        "priority": _priority(referral),
        "code": {"coding": [{"system": TASK_CODE, "code": "fulfill"}]},
        "focus": {"reference": f"ServiceRequest/{referral.pk}"},
        "for": _subject(referral),
        "authoredOn": _moment(referral.made_at),
        "lastModified": _moment(referral.state_at),
        "requester": _agency(referral.from_agency),
        "owner": _agency(referral.to_agency),
    }
    if decline:
        told["statusReason"] = _coded("decline", decline, Decline)
    if outcome:
        said = {"type": {"text": "outcome"}}
        told["output"] = [said | {"valueCodeableConcept": _coded("outcome", outcome, Outcome)}]
    if due:
        told["restriction"] = {"period": {"end": _moment(due)}}
    return told


def _subject(referral: Any) -> dict:
    return {"identifier": {"system": f"{URN}:file", "value": referral.code}}


def _agency(agency: Any) -> dict:
    return {
        "type": "Organization",
        "identifier": {"system": f"{URN}:agency", "value": agency.key},
        "display": agency.name,
    }


def _priority(referral: Any) -> str:
    return "urgent" if referral.urgency == Urgency.URGENT else "routine"


def _coded(list_: str, code: str, words: Any) -> dict:
    coding = {"system": f"{URN}:{list_}", "code": code, "display": str(words(code).label)}
    return {"coding": [coding]}


def _moment(at: datetime) -> str:
    return at.isoformat()
