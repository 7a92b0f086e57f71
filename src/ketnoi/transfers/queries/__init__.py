"""What pages may ask about transfers, always through the one who asks."""

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import F

from ketnoi.agencies import queries as agencies
from ketnoi.agencies.terms import Role
from ketnoi.cases import queries as cases
from ketnoi.cases.terms import Privacy
from ketnoi.foundation import clock
from ketnoi.transfers import access
from ketnoi.transfers.models import Arrival, Receipt, Transfer
from ketnoi.transfers.queries.packing import packed as packed
from ketnoi.transfers.queries.reading import Opened as Opened
from ketnoi.transfers.queries.reading import listed as listed
from ketnoi.transfers.queries.reading import opened as opened
from ketnoi.transfers.queries.reading import wrong_codes_are_many as wrong_codes_are_many
from ketnoi.transfers.terms import OPEN

if TYPE_CHECKING:
    from ketnoi.cases.models import Attachment, Case, Note

NEAR = ("case__key", "province", "started_by", "decided_by", "ended_by", "holder")


def held_file(member: Any, code: str) -> "Case | None":
    """A file by its code, for officers of the agency that holds it."""
    case = cases.case_by_code(member, code)
    return case if case and member.files == case.holder_id else None


def may_start(member: Any, case: "Case") -> bool:
    """Whether this member may send the file to another province, or see to that."""
    return access.may_start(works=cases.may_refer(member, case))


def transfer_of(case: "Case", member: Any) -> Transfer | None:
    """The transfer of a file: the one that is open, or else the last one."""
    found = Transfer.objects.visible_to(member).filter(case=case).select_related(*NEAR)
    newest = F("ended_at").desc(nulls_first=True)
    return found.defer("packet").order_by(newest, "-started_at").first()


def transfers_of(case: "Case", member: Any) -> list[Transfer]:
    """Every time the file was to go to another province, the newest first."""
    found = Transfer.objects.visible_to(member).filter(case_id__in=cases.within(case))
    found = found.select_related(*NEAR).defer("packet")
    return list(found.order_by("-started_at"))


def open_transfer(member: Any, code: str) -> Transfer | None:
    """The open transfer of a file, looked up through the file."""
    case = held_file(member, code)
    found = transfer_of(case, member) if case else None
    return found if found and found.is_open else None


def open_in(case: "Case", member: Any) -> Transfer | None:
    """The open transfer of a file, for a step that ends the file or its sharing."""
    found = transfer_of(case, member)
    return found if found and found.is_open else None


def late(by: Any, *, now: datetime) -> list[Transfer]:
    """Transfers whose time is over (for the system's own rounds)."""
    found = Transfer.objects.visible_to(by).filter(state__in=OPEN, lapses_at__lte=now)
    return list(found.defer("packet").order_by("lapses_at"))


def another_lead(member: Any) -> bool:
    """Whether somebody else leads the agency, who may approve."""
    leads = agencies.members_of(member.agency).filter(role=Role.LEAD)
    return leads.exclude(user_id=member.user_id).exists()


def notes_to_send(case: "Case", member: Any) -> "list[Note]":
    """Notes that other agencies of the file may read already: no others go along."""
    found = cases.notes_of(case, member, limit=None)
    return [note for note in found if note.privacy == Privacy.NETWORK and not note.mistaken_at]


def papers_to_send(case: "Case", member: Any) -> "list[Attachment]":
    """Papers that other agencies of the file may see already: no others go along."""
    found = cases.attachments_of(case, member, limit=None)
    return [
        paper
        for paper in found
        if paper.privacy == Privacy.NETWORK and not paper.mistaken_at and not paper.is_erased
    ]


def arrival(member: Any, pk: UUID) -> Arrival | None:
    """A packet this member opened and has not taken in yet."""
    found = Arrival.objects.visible_to(member).filter(pk=pk, opener_id=member.member_id)
    return found.filter(until__gt=clock.now()).select_related("key").first()


def gone_arrivals(by: Any, *, now: datetime) -> list[tuple[UUID, UUID]]:
    """Opened packets that nobody took in (for the system's own rounds): their ids and keys."""
    found = Arrival.objects.visible_to(by).filter(until__lte=now)
    return list(found.values_list("pk", "key_id"))


def receipt_of_file(member: Any, code: str) -> Receipt | None:
    """Where a file came from, and the code that says there that it arrived."""
    case = held_file(member, code)
    return receipt_of(case, member) if case else None


def receipt_of(case: "Case", member: Any) -> Receipt | None:
    """The same, of a file that is at hand."""
    found = Receipt.objects.visible_to(member).filter(case=case)
    return found.select_related("case__key", "by").first()


def origin_of(receipt: Receipt) -> list[str]:
    """From which province and which agency it came."""
    return json.loads(receipt.origin.open() or "[]")
