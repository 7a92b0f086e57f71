"""Closing the keys of what is written for those agencies that may read it."""

from typing import Any
from uuid import UUID, uuid4

from ketnoi.agencies import queries as agencies
from ketnoi.cases.models import Case, Wrap
from ketnoi.cases.terms import Scope
from ketnoi.foundation.action import part
from ketnoi.foundation.belonging import ClosedForAgencies
from ketnoi.foundation.crypto import new_data_key


@part
def key_of(*, case: Case, scope: str, agency_id: UUID) -> tuple[UUID, bytes]:
    """The key with which an agency writes into a file at this level, made when first needed.

    Two who need it at once agree on the one that came first.
    """
    known = _known(case, scope, agency_id)
    if known is None:
        close(case=case, scope=scope, seal=uuid4(), plain=new_data_key(), to=[agency_id])
        known = _known(case, scope, agency_id)
    if known is None:
        raise PermissionError("this agency takes no part in the file")
    return known.seal, known.open(within=case.key.plain)


@part
def close(
    *,
    case: Case,
    scope: str,
    seal: UUID,
    plain: bytes,
    to: list[UUID],
    within: bytes | None = None,
) -> None:
    """Close a key for these agencies; for whom it is closed already, it stays as it is."""
    layer = within or case.key.plain
    about = {"seal": seal, "scope": scope, "case": case, "holder_id": case.holder_id}
    wraps = [
        Wrap(**about, agency_id=key.agency_id, to=key).close(plain, within=layer)
        for key in agencies.newest_keys(to)
    ]
    Wrap.objects.bulk_create(wraps, ignore_conflicts=True)


@part
def share_network(*, case: Case, agency_id: UUID) -> None:
    """What all who take part write and read is closed for one more agency."""
    seal, plain = key_of(case=case, scope=Scope.NETWORK, agency_id=case.holder_id)
    close(case=case, scope=Scope.NETWORK, seal=seal, plain=plain, to=[agency_id])


@part
def seal_apart(*, record: ClosedForAgencies, case: Case, key: Any, to: list[UUID]) -> None:
    """A record with a data key of its own is sealed for these agencies, before it is saved."""
    record.opened = new_data_key()
    tell_apart(record=record, case=case, key=key, to=to)


@part
def tell_apart(*, record: ClosedForAgencies, case: Case, key: Any, to: list[UUID]) -> None:
    """The key of such a record is closed for these agencies too."""
    close(
        case=case,
        scope=Scope.APART,
        seal=key.pk,
        plain=record.opened,
        to=to,
        within=key.plain,
    )


def _known(case: Case, scope: str, agency_id: UUID) -> Wrap | None:
    found = Wrap.objects.filter(case=case, scope=scope, agency_id=agency_id)
    return found.select_related("to__secret").first()
