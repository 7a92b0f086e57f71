"""The book of a stay: its notes, belongings and visits; what waits in the whole house."""

from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from django.db.models import F, Q
from django.db.models.functions import Coalesce

from ketnoi.cases import queries as cases
from ketnoi.dwelling import access
from ketnoi.dwelling.models import Belonging, DayNote, HandBack, HouseBook, Visit
from ketnoi.dwelling.models.books import InBook
from ketnoi.protection import queries as protection

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from ketnoi.agencies.models import Agency
    from ketnoi.protection.models import ShelterStay

Written = TypeVar("Written", bound=InBook)
OPEN_POINT = Q(passes_on=True, done_at=None, struck_at=None)
STILL_KEPT = Q(struck_at=None, given__lt=Coalesce(F("amount"), 1))
GOES_ON = Q(outcome="") & ~Q(her_answer="no") & ~Q(lead_answer="no")


def own_shelter(member: Any) -> "Agency | None":
    """The shelter whose house this member keeps, if she keeps one."""
    return protection.own_shelter(member)


def stay_in_house(member: Any, stay: str) -> "ShelterStay | None":
    """A stay in the member's own shelter by its code; it may have ended."""
    return protection.stay_in_house(member, stay)


def running_stay(member: Any, stay: str) -> "ShelterStay | None":
    """A stay in the member's own shelter that goes on, by its code."""
    return protection.running_stay(member, stay)


def may_decide(visit: Visit, member: Any) -> bool:
    """Whether this member says yes or no to a visit after her."""
    return access.may_decide(member=member, agency_id=visit.book.agency_id)


def book_of(stay: "ShelterStay", member: Any) -> HouseBook | None:
    """The book of a stay, with the key that was closed for the house, if one was begun."""
    return next(iter(_books(member, Q(pk=stay.pk)).values()), None)


def notes_of(stay: "ShelterStay", member: Any) -> list[DayNote]:
    """The notes of a stay, the newest day first."""
    found = _of(DayNote, stay, member).select_related("written_by", "done_by", "struck_by")
    return _with_books(found.order_by("-on", "-written_at"), member)


def open_points(member: Any) -> list[DayNote]:
    """What the next shift must know, in all stays of the house; the oldest first."""
    found = DayNote.objects.visible_to(member).filter(OPEN_POINT)
    found = found.select_related("written_by").order_by("on", "written_at")
    return _with_books(found, member)


def note_in_house(member: Any, stay: str, pk: UUID) -> DayNote | None:
    """One note, looked up through its stay."""
    return _one(DayNote, member, stay, pk)


def belongings_of(stay: "ShelterStay", member: Any) -> list[Belonging]:
    """What was received from her in this stay, in that order."""
    found = _of(Belonging, stay, member).select_related("received_by", "struck_by", "stays_by")
    return _with_books(found.order_by("received_at", "pk"), member)


def kept_of(stay: "ShelterStay", member: Any) -> list[Belonging]:
    """What of it is still kept."""
    return [each for each in belongings_of(stay, member) if each.kept]


def left_behind(member: Any) -> list[Belonging]:
    """What the house still keeps of those who have left; whoever left first stands first."""
    found = Belonging.objects.visible_to(member).filter(STILL_KEPT)
    found = found.filter(book__stay__left_at__isnull=False)
    return _with_books(found.order_by("book__stay__left_at", "received_at"), member)


def belonging_in_house(member: Any, stay: str, pk: UUID) -> Belonging | None:
    """One thing, looked up through its stay."""
    return _one(Belonging, member, stay, pk)


def hand_backs_of(stay: "ShelterStay", member: Any) -> dict[UUID, list[HandBack]]:
    """Each time something was given back, by what it was."""
    given: dict[UUID, list[HandBack]] = {}
    for each in _of(HandBack, stay, member).select_related("by").order_by("at"):
        given.setdefault(each.belonging_id, []).append(each)
    return given


def visits_of(stay: "ShelterStay", member: Any) -> list[Visit]:
    """The visits of a stay, the newest first."""
    return _with_books(_of(Visit, stay, member).order_by("-wanted_at", "pk"), member)


def visits_waiting(member: Any) -> list[Visit]:
    """Visits in the whole house that wait for somebody's word; the next first."""
    found = Visit.objects.visible_to(member).filter(GOES_ON)
    return _with_books(found.order_by("wanted_at", "pk"), member)


def visit_in_house(member: Any, stay: str, pk: UUID) -> Visit | None:
    """One visit, looked up through its stay."""
    return _one(Visit, member, stay, pk)


def _of(model: type[Written], stay: "ShelterStay", member: Any) -> "QuerySet[Written]":
    return model.objects.visible_to(member).filter(book_id=stay.pk)


def _one(model: type[Written], member: Any, stay: str, pk: UUID) -> Written | None:
    found = stay_in_house(member, stay)
    return (
        next(iter(_with_books(_of(model, found, member).filter(pk=pk), member)), None)
        if (found)
        else None
    )


def _with_books(found: "QuerySet[Written]", member: Any) -> list[Written]:
    """Each with its book in hand, whose key is opened once."""
    written = list(found)
    books = _books(member, Q(pk__in={each.book_id for each in written}))
    for each in written:
        each.book = books[each.book_id]
    return written


def _books(member: Any, which: Q) -> dict[UUID, HouseBook]:
    found = HouseBook.objects.visible_to(member).filter(which).select_related("key", "stay")
    brought = found.annotate(wrap=cases.wraps_of("key_id", member))
    return {book.pk: book for book in brought}
