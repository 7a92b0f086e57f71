"""Scenes of the directory: the network of the article, with its services and numbers."""

from datetime import date, datetime

from ketnoi.agencies import actions as agencies
from ketnoi.agencies.models import Agency
from ketnoi.agencies.tests import make as members
from ketnoi.directory import actions
from ketnoi.directory.models import Service
from ketnoi.foundation.action import writing
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.clock import ZONE

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=ZONE)
TODAY = date(2026, 11, 24)
MY_TU = "31567"


def network() -> int:
    """The agencies of the article and their services, as a release brings them."""
    agencies.load_network(by=NETWORK)
    members.signed(*Agency.objects.all())
    return actions.load_directory(by=NETWORK, now=NOW)


def agency(key: str) -> Agency:
    """One agency of the article."""
    return Agency.objects.get(key=key)


def officer(key: str, role: str = "caseworker"):
    """Somebody who acts for an agency of the article."""
    return members.member(of=agency(key), role=role)


def service(key: str = "wu-my-tu-reception") -> Service:
    """One service of the article's network."""
    return Service.objects.get(key=key)


def change(record, **facts):
    """Set something that no action would set (an old date)."""
    with writing():
        for name, value in facts.items():
            setattr(record, name, value)
        record.save()
    return record
