"""The book of a stay: begun when something is first written in it."""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.cases import queries as files
from ketnoi.dwelling import access, queries
from ketnoi.dwelling.models import HouseBook
from ketnoi.foundation.action import Refused, part
from ketnoi.people import actions as people

if TYPE_CHECKING:
    from ketnoi.protection.models import ShelterStay


@part
def keep_book(*, stay: "ShelterStay", by: Any, now: datetime) -> HouseBook:
    """The book in which the house writes about this stay; only while she stays is one begun."""
    refuse_others(agency_id=stay.agency_id, by=by)
    if stay.left_at:
        raise Refused(_("Lần tạm lánh này đã kết thúc. Chỉ còn trả đồ được."))
    return queries.book_of(stay, by) or _begun(stay, by=by, now=now)


@part
def refuse_others(*, agency_id: UUID, by: Any) -> None:
    """Stop whoever does not work in this house."""
    if not access.may_keep(member=by, agency_id=agency_id):
        raise Refused(_("Chỉ nhà tạm lánh nơi người này ở mới ghi được."))


def _begun(stay: "ShelterStay", *, by: Any, now: datetime) -> HouseBook:
    """Sealed for the house alone. Of two who begin it at once, both write in the first."""
    case = files.case_of(by, stay.case_id)
    if case is None:
        raise Refused(_("Hồ sơ không còn mở cho đơn vị bạn. Hãy hỏi nơi giữ hồ sơ trước."))
    key = people.make_key()
    about = {"stay_id": stay.pk, "agency_id": stay.agency_id}
    book = HouseBook(id=stay.pk, key=key, begun_at=now, **about)
    cases.seal_apart(record=book, case=case, key=key, to=[stay.agency_id])
    try:
        with transaction.atomic():
            book.save(force_insert=True)
    except IntegrityError:
        begun = queries.book_of(stay, by)
        if begun is None:
            raise
        return begun
    return book
