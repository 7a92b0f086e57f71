"""What is asked of the program: one request of each kind, by somebody who may ask it."""

import random
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from ketnoi.agencies.models import Member
from ketnoi.agencies.terms import Role
from ketnoi.bench.stories import phone
from ketnoi.cases.models import Case, CaseAccess
from ketnoi.foundation.bulk import OWNER
from ketnoi.intake import queries as intake
from ketnoi.people.models import Phone
from ketnoi.referrals.models import Referral
from ketnoi.site.locking import SEEN
from ketnoi.site.middleware import HAS_SECOND_FACTOR
from ketnoi.site.views import BACK_END

ASKERS = 40
MOST_FILES = 400
FORM_SECRET = "x" * 32
COOKIES = "kn={session}; kn-form=" + FORM_SECRET


@dataclass(frozen=True)
class Request:
    """A request as it goes over the line, and what must stand in the answer."""

    path: str
    session: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    expected: str = ""

    @property
    def told(self) -> dict[str, str]:
        """For a client in another process."""
        cookies = COOKIES.format(session=self.session)
        return {"path": self.path, "cookies": cookies, "body": self.body, "expected": self.expected}

    @property
    def body(self) -> str:
        """The form, or nothing for a page that is only read."""
        sent = [*self.fields, ("csrfmiddlewaretoken", FORM_SECRET)]
        return urlencode(sent) if self.fields else ""


@dataclass(frozen=True)
class Asker:
    """A member who is signed in, and files she may open: their codes and telephone numbers."""

    member: Member
    session: str
    files: list[tuple[str, str]]
    requests: list[str]


class Askers:
    """People of one kind of agency, and the requests they make."""

    def __init__(self, agencies: str, *, held: bool, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - which file comes next
        found = Member.objects.using(OWNER).select_related("user")
        members = list(found.filter(agency__key__startswith=agencies).order_by("pk"))
        chosen = self.chance.sample(members, min(ASKERS, len(members)))
        askers = [Asker(m, signed_in(m), _files(m, held=held), _asked_of(m)) for m in chosen]
        self.askers = [asker for asker in askers if asker.files]

    def make(self, kind: str) -> Request:
        """A request of this kind, by one of them, about one of her files."""
        asker = self.chance.choice(self.askers)
        code, number = self.chance.choice(asker.files)
        return REQUESTS[kind](asker, code, number)


def signed_in(member: Member) -> str:
    """A session of somebody who came in by the front door a moment ago."""
    session = SessionStore()
    session[SESSION_KEY] = str(member.user_id)
    session[BACKEND_SESSION_KEY] = BACK_END
    session[HASH_SESSION_KEY] = member.user.get_session_auth_hash()
    session[HAS_SECOND_FACTOR], session[SEEN] = True, int(time.time())
    session.create()
    return session.session_key


def _files(member: Member, *, held: bool) -> list[tuple[str, str]]:
    cases = Case.objects.using(OWNER)
    if member.role == Role.COORDINATOR:
        return [("", "")]
    if not held:
        open_to = CaseAccess.objects.using(OWNER).filter(agency=member.agency_id, ended_at=None)
        found = cases.filter(pk__in=open_to.filter(since__isnull=False).values("case_id"))
        return [(code, "") for code in found.values_list("code", flat=True)[:MOST_FILES]]
    found = cases.filter(holder=member.agency_id).values_list("code", "person_id")
    phones = Phone.objects.using(OWNER).select_related("person__key")
    numbers = {p.person_id: p.number.open() for p in phones.filter(holder=member.agency_id)}
    return [(code, numbers[person]) for code, person in found if person in numbers]


def _asked_of(member: Member) -> list[str]:
    sent = Referral.objects.using(OWNER).filter(to_agency=member.agency_id, is_sent=True)
    return [str(pk) for pk in sent.order_by("-state_at").values_list("pk", flat=True)[:MOST_FILES]]


def _open(asker: Asker, code: str, _number: str) -> Request:
    return Request(f"/cb/ho-so/{code}/", asker.session, expected=code)


def _list(asker: Asker, _code: str, _number: str) -> Request:
    return Request("/cb/ho-so/", asker.session, expected="KN-")


def _today(asker: Asker, _code: str, _number: str) -> Request:
    return Request("/cb/", asker.session, expected="Việc hôm nay")


def _queue(asker: Asker, _code: str, _number: str) -> Request:
    return Request("/cb/chuyen-gui/", asker.session, expected="KN-")


def _sent(asker: Asker, _code: str, _number: str) -> Request:
    return Request("/cb/chuyen-gui/?huong=di&da-xong=1", asker.session, expected="KN-")


def _referral(asker: Asker, _code: str, _number: str) -> Request:
    return Request(
        f"/cb/chuyen-gui/{secrets.choice(asker.requests)}/", asker.session, expected="KN-"
    )


def _board(asker: Asker, _code: str, _number: str) -> Request:
    return Request("/cb/dieu-phoi/", asker.session, expected="Đơn vị giả")


def _help(asker: Asker, _code: str, _number: str) -> Request:
    return Request("/cb/tro-giup/", asker.session)


def _by_code(asker: Asker, code: str, _number: str) -> Request:
    return Request("/cb/ho-so/tim/", asker.session, [("words", code)], expected=code)


def _by_phone(asker: Asker, code: str, number: str) -> Request:
    typed = "0" + number.removeprefix("+84")
    return Request("/cb/ho-so/tim/", asker.session, [("words", typed)], expected=code)


def _note(asker: Asker, code: str, _number: str) -> Request:
    said = "Đã gọi, chị ấy nghe máy. Hẹn gặp lại vào tuần sau ở trụ sở."
    fields = [("kind", "call"), ("privacy", "agency"), ("body", said)]
    return Request(f"/cb/ho-so/{code}/ghi-chu/", _fresh(asker), fields)


def _create(asker: Asker, _code: str, _number: str) -> Request:
    number = phone(secrets.randbelow(10**8))
    looked_up = intake.looked_up({"called": "Út", "birth": None, "known": "", "number": number})
    fields = [
        ("called", "Út"),
        ("number", "0" + number.removeprefix("+84")),
        ("nguoi-khac", looked_up),
        ("who_answers", "herself"),
        ("safe_hours", "10 đến 11 giờ"),
        ("needs", "safe_place"),
        ("needs", "health"),
        ("danger", "high"),
        ("recorded", "yes"),
        ("channel", "phone"),
    ]
    return Request("/cb/tiep-nhan/", _fresh(asker), fields)


def _fresh(asker: Asker) -> str:
    """A session of its own: what is said after a form is kept there until the next page."""
    return signed_in(asker.member)


REQUESTS: dict[str, Callable[[Asker, str, str], Request]] = {
    "open": _open,
    "list": _list,
    "code": _by_code,
    "phone": _by_phone,
    "create": _create,
    "note": _note,
    "today": _today,
    "help": _help,
    "queue": _queue,
    "sent": _sent,
    "referral": _referral,
    "board": _board,
}
