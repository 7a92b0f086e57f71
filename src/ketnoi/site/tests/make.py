"""Scenes for the tests of the site."""

from datetime import UTC, datetime

from django.contrib.auth import get_user_model

from ketnoi.agencies import actions as agencies
from ketnoi.agencies.tests import make as members
from ketnoi.foundation.action import writing
from ketnoi.foundation.actor import NETWORK

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
PASSWORD = "ba-con-suoi-nho"


def agency(key="hlhpn-my-tu", name="Hội LHPN xã Mỹ Tú"):
    made = agencies.add_agency(
        key=key, name=name, function="women_union", level="commune", by=NETWORK
    )
    members.signed(made)
    return made


def member(username="lan", name="Lan", role="caseworker", at=None):
    found = agencies.add_member(
        agency=at or agency(), username=username, name=name, role=role, by=NETWORK, now=NOW
    )
    user = get_user_model().objects.get(pk=found.user_id)
    if not user.password:
        user.set_password(PASSWORD)
        user.save()
    found.user = user
    return found


def signed_in(client, member):
    client.force_login(member.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def second_factor(member):
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    TOTP.activate(member.user, generate_totp_secret())


def gone(member):
    with writing():
        member.left_at, member.left_by = NOW, member
        member.save()
