"""One scene for the whole matrix: a file, its holder, an agency that takes part, and a stranger."""

from dataclasses import dataclass
from typing import Any

from ketnoi.agencies.terms import Role
from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import queries as files
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.people import queries as people
from ketnoi.referrals import actions as referrals
from ketnoi.referrals.tests import make as requests

RELATIONS = ("holder", "partner", "stranger")


@dataclass
class Scene:
    """What the acts of the matrix act upon, and who acts."""

    lan: Any
    yen: Any
    file: Any
    consent: Any
    draft: Any
    sent: Any
    accepted: Any
    serving: Any
    closed: Any
    service: Any
    other_service: Any
    phone: Any


def build() -> Scene:
    """A file of Lan's agency, with a referral to Yến's agency in each state that matters."""
    lan = agencies.member(agencies.agency("women_union"), name="Lan")
    yen = agencies.member(agencies.agency("shelter", "province"), name="Yến")
    minh = agencies.member(agencies.agency("police", "province"), name="Minh")
    file = cases.case(lan, phone=cases.PHONE, paper=cases.PAPER)
    bed = requests.service(yen.agency, "safe_place")
    other = requests.service(minh.agency, "identification")
    accepted, serving, closed = (requests.sent(file, bed, by=lan) for _ in range(3))
    sent, draft = requests.sent(file, bed, by=lan), requests.draft(file, bed, by=lan)
    for referral in (accepted, serving, closed):
        referrals.accept_referral(referral=referral, by=yen, now=clock.now())
    for referral in (serving, closed):
        referrals.begin_service(referral=referral, by=yen, now=clock.now())
    referrals.close_referral(referral=closed, outcome="met", by=yen, now=clock.now())
    with acting(lan):
        consent = files.consents_of(file)[0]
        consent = files.consent_in(file, consent.pk)
        phone = _phone(lan, file)
    return Scene(lan, yen, file, consent, draft, sent, accepted, serving, closed, bed, other, phone)


def actor(scene: Scene, relation: str, role: Role) -> Any:
    """Somebody with this role at the holder, at the agency that takes part, or elsewhere."""
    homes = {"holder": scene.lan.agency, "partner": scene.yen.agency}
    home = homes.get(relation) or agencies.agency("women_union")
    return agencies.member(home, role=role.value, name="Người thử")


def _phone(member: Any, file: Any) -> Any:
    person = people.person(member, file.person_id)
    return people.phones_of(person)[0]
