"""Scenes of rights: somebody asks, somebody answers, somebody else knows of her."""

from ketnoi.agencies.tests import make as agencies
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import reading
from ketnoi.people import actions as people
from ketnoi.people import queries as persons
from ketnoi.referrals import actions as referrals
from ketnoi.referrals.tests import make as requests
from ketnoi.rights import actions


def ask(file, by, right="copy", *, asker="herself", check="known"):
    return actions.take_request(
        case=file,
        right=right,
        asker=asker,
        check_made=check,
        words="Em muốn xem",
        by=by,
        now=clock.now(),
    )


def answer(wish, by, outcome="done", ground=""):
    said = {"outcome": outcome, "ground": ground, "answer": "Đã làm theo lời chị."}
    return actions.answer_request(wish=wish, by=by, now=clock.now(), **said)


def shared_with(file, by):
    """An agency that said yes, and works on her yes."""
    yen = agencies.member(agencies.agency("shelter", "province"), name="Yến")
    bed = requests.service(yen.agency, "safe_place")
    referral = requests.sent(file, bed, by=by)
    referrals.accept_referral(referral=referral, by=yen, now=clock.now())
    return yen, referral


def represented(lead, file, *, year=None, danger=False):
    with reading(lead):
        person = persons.person(lead, file.person_id)
    people.name_representative(
        person=person,
        name="Mẹ Thử",
        relation="mother",
        may_be_danger=danger,
        by=lead,
        now=clock.now(),
    )
    people.describe_person(person=person, version=1, birth_year=year, by=lead)
