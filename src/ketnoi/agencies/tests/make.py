"""Scenes of agencies and members."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import count
from typing import Any

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth import get_user_model
from django.db import transaction

from ketnoi.agencies import actions
from ketnoi.agencies.actions import give_keys
from ketnoi.agencies.models import Agency, Agreement, Bell, Member, Party, Witness
from ketnoi.agencies.terms import AGREED
from ketnoi.foundation import clock
from ketnoi.foundation.action import writing
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import acting

_numbers = count(1)
TRIAL, LONG_AGO = "Thỏa thuận thử", date(2020, 1, 1)


def agency(function: str = "women_union", level: str = "commune", **facts: Any) -> Agency:
    """An agency of the network."""
    number = next(_numbers)
    name = facts.pop("name", f"Đơn vị {number}")
    with writing(), acting(NETWORK):
        made = Agency.objects.create(
            key=f"{function.replace('_', '-')}-{number}",
            name=name,
            function=function,
            level=level,
            **facts,
        )
        give_keys(agency=made)
        signed(made)
        return made


def signed(*agencies: Agency) -> Agreement:
    """The one agreement of a test, under which everybody may ask everybody for everything."""
    now = clock.now()
    usual = {"purposes": [p for p, _label in AGREED], "since": LONG_AGO, "made_at": now}
    with writing():
        agreement, _new = Agreement.objects.get_or_create(title=TRIAL, defaults=usual)
        for each in agencies:
            Party.objects.get_or_create(
                agreement=agreement, agency=each, defaults={"signed_at": now}
            )
    return agreement


def proposed(agencies: list[Agency], *, by: Member | None = None, **said: Any) -> Agreement:
    """An agreement that nobody signed yet, on beds."""
    now = clock.now()
    about = {
        "title": "Quy chế phối hợp",
        "number": "12/QC",
        "purposes": ["safe_place"],
        "since": now.astimezone(clock.ZONE).date(),
        "until": None,
        "answer_hours": None,
        "answer_days": None,
        "now": now,
        **said,
    }
    by = by or member(role="coordinator", name="Hoa")
    return actions.propose_agreement(agencies=agencies, by=by, **about)


def stranger(*kind: str) -> Agency:
    """An agency that has agreed with nobody."""
    made = agency(*kind)
    with writing():
        Party.objects.filter(agency=made).update(left_at=clock.now())
    return made


def member(of: Agency | None = None, role: str = "caseworker", name: str = "Lan") -> Member:
    """Somebody who acts for an agency."""
    of = of or agency()
    with writing():
        user = get_user_model().objects.create(username=f"nguoi-{next(_numbers)}")
        return Member.objects.create(user=user, agency=of, role=role, name=name, since=clock.now())


def also_at(other: Agency, known: Member, role: str = "caseworker") -> Member:
    """The same person, acting for one more agency."""
    with writing():
        return Member.objects.create(
            user=known.user, agency=other, role=role, name=known.name, since=clock.now()
        )


def now_as(known: Member, role: str) -> Member:
    """The same member, with another role from now on."""
    known.role = role
    with writing():
        known.save(update_fields=["role"])
    return known


def reached_at(known: Member, address: str) -> Member:
    """A member who said where she is told of something new."""
    known.user.email = address
    known.user.save()
    return known


def witness(of: Agency | None = None, **facts: Any) -> Witness:
    """An agency that keeps the seals of the trail."""
    admin = member(role="admin", name="Quân")
    about = {"channel": "file", "address": "", "by": admin, "now": clock.now(), **facts}
    return actions.name_witness(agency=of or agency(), **about)


@contextmanager
def as_seen_by(known: Member) -> Iterator[None]:
    """What is asked of the database as this member."""
    with transaction.atomic(), acting(known):
        yield


def signed_in(client: Any, known: Member) -> Any:
    """A browser in which somebody has signed in."""
    client.force_login(known.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def second_factor(known: Member) -> None:
    """An app that shows codes, set up by a member."""
    TOTP.activate(known.user, generate_totp_secret())


def gone(known: Member) -> None:
    """A member who left."""
    with writing():
        known.left_at, known.left_by = clock.now(), known
        known.save()


def told_on(known: Member, endpoint: str = "https://push.vidu.vn/1") -> Bell:
    """A device that tells a member that something waits."""
    known.user.email = known.user.email or "lan@vidu.vn"
    known.user.save()
    return actions.add_device(endpoint=endpoint, by=known, now=clock.now())


def number_of(known: Member, kind: str = "sms", number: str = "+84912345678") -> Bell:
    """A number of a member that is confirmed."""
    known.user.email = known.user.email or "lan@vidu.vn"
    known.user.save()
    bell = actions.give_number(kind=kind, number=number, by=known, now=clock.now())
    code = actions.issue_code(bell=bell, by=NETWORK, now=clock.now())
    actions.confirm_number(bell=bell, code=code, by=known, now=clock.now())
    return bell
