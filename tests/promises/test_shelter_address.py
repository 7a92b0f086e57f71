"""Where a shelter is, and how she lives there, stands on the shelter's own pages and nowhere else.

A house has an address that was typed with a stay, a commune that its agency was given by mistake,
and an office that should never have been written down. Everybody else opens every page there is,
and programs ask all addresses; none of the three is in any answer, letter or line of a log.
"""

import json
import logging

import pytest
from django.core import mail
from django.db import connections
from django.test import Client
from django.utils import translation

from ketnoi.agencies.models import Agency, Office
from ketnoi.agencies.terms import Role
from ketnoi.agencies.tests import make as agencies
from ketnoi.api import queries as api
from ketnoi.directory import actions as directory
from ketnoi.directory import queries as services
from ketnoi.dwelling import actions as dwelling_actions
from ketnoi.dwelling import queries as dwelling_queries
from ketnoi.dwelling.models import TransportWords
from ketnoi.dwelling.tests import make as dwelling
from ketnoi.dwelling.tests.make import HOUR
from ketnoi.foundation import clock
from ketnoi.foundation.action import writing
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import reading
from ketnoi.foundation.trail.models import Line
from ketnoi.places.models import Commune
from ketnoi.protection.tests import make as shelters
from tests.promises import worlds
from tests.promises.answers import Reader
from tests.promises.asking import asks
from tests.promises.canaries import forms_of
from tests.promises.still import still
from tests.promises.worlds import Words

pytestmark = pytest.mark.django_db(databases=["default", "owner"])
ADDRESS = "hẻm Hoa Sứ"
LIFE = "Bướm đêm gác xép nhà sau"
"""What the house wrote of her days, keeps for her, and who wants to come."""
WAY = "Bến phà Sen Hồng áo mưa vàng"
"""Who drives and where they meet: the other hand reads it, and nobody else."""
ASKED = {"cases:search", "intake:new", "directory_public:find_help"}


@pytest.fixture
def hidden_away():
    """The commune in which the shelter is; no other agency and no file is there."""
    used = Agency.objects.exclude(commune=None).values("commune")
    return Commune.objects.exclude(pk__in=used).order_by("-code").first()


@pytest.fixture
def world(hidden_away):
    world = worlds.build(at_holder=False)
    house = world.yen.agency
    with writing():
        Agency.objects.filter(pk=house.pk).update(commune=hidden_away, level="commune")
        Office.objects.create(agency=house, commune=hidden_away, hours="24 giờ")
    for service in services.services():
        if service.record.agency_id == house.pk:
            directory.verify_service(service=service.record, by=world.yen, now=clock.now())
    shelters.house(world.yen, women=3)
    with still("hidden"):
        world.own_ids = worlds.hide_a_file(world, Words())
    _lives_there(world)
    return world


def _lives_there(world):
    """Her days in the house, and a way that was missed: the system told whoever must know."""
    with reading(world.yen):
        stay = dwelling_queries.stay_in_house(world.yen, world.own_ids["stay"])
    found = dwelling.life(stay, world.lan.agency, by=world.yen, words=LIFE)
    found["ride"] = dwelling.planned(
        stay, world.yen, world.lan.agency, escort=WAY, meeting=WAY, now=clock.now() - 4 * HOUR
    )
    dwelling_actions.find_overdue(by=NETWORK, now=clock.now())
    world.own_ids |= {name: record.pk for name, record in found.items()}


def readers(world):
    """Everybody who is not of the shelter, from whom she told most to whom she told nothing."""
    return {
        "holder": world.lan,
        "police": world.minh,
        "another shelter": shelters.officer("shelter", "lead"),
        "coordinator": agencies.member(role=Role.COORDINATOR.value),
        "volunteer": agencies.member(world.lan.agency, role=Role.VOLUNTEER.value),
        "administrator": agencies.member(world.yen.agency, role=Role.ADMIN.value),
    }


def telling(hidden_away):
    """Every way in which the house could be given away, as bytes."""
    return [form for word in (ADDRESS, hidden_away.name) for form in forms_of(word)]


def of_the_house(*words):
    """Her life there and her way, as bytes."""
    return [form for word in words for form in forms_of(word)]


def told(answers, forms):
    return sorted(
        str(ask)
        for ask, answer in answers.items()
        for part in answer
        for form in forms
        if form in (part if isinstance(part, bytes) else str(part).encode())
    )


def questions(world, hidden_away):
    """Every address about her file; and whatever is searched for, near the house of all places."""
    words = {"file": world.own_ids["file"], "phone": "0912345678", "paper": worlds.PAPER}
    words |= {"name": Words().name, "called": Words().called}
    every = asks(world.own_ids, [], words)
    return [ask for ask in every if ask.method == "GET" or ask.page in ASKED]


@pytest.mark.parametrize(
    "who",
    [
        "holder",
        "coordinator",
        *(
            pytest.param(who, marks=pytest.mark.full)
            for who in ("police", "another shelter", "volunteer", "administrator")
        ),
    ],
)
def test_no_page_of_anybody_else_says_where_the_shelter_is(world, hidden_away, who, caplog):
    caplog.set_level(logging.DEBUG)
    asked = questions(world, hidden_away)

    answers = Reader(readers(world)[who]).answers(asked)

    # The holder is the other hand of the way: she reads of it, and of nothing else.
    hers = [LIFE] if who == "holder" else [LIFE, WAY]
    assert told(answers, [*telling(hidden_away), *of_the_house(*hers)]) == []
    letters = "".join(f"{m.subject}{m.body}" for m in mail.outbox) + caplog.text
    hidden = [*telling(hidden_away), *of_the_house(LIFE, WAY)]
    assert [f for f in hidden if f in letters.encode()] == []
    assert len(asked) > 100


def test_the_shelter_itself_reads_it(world, hidden_away):
    asked = [ask for ask in questions(world, hidden_away) if ask.page == "protection:stay"]

    assert told(Reader(world.yen).answers(asked), telling(hidden_away))


def test_the_house_reads_her_life_and_the_two_hands_her_way(world):
    pages = {"dwelling:notes", "dwelling:belongings", "dwelling:visit", "dwelling:transport"}
    asked = [ask for ask in questions(world, None) if ask.page in pages and ask.method == "GET"]
    house, other = (Reader(by).answers(asked) for by in (world.yen, world.lan))

    life = told(house, of_the_house(LIFE))
    assert {page for page in pages if any(page in ask for ask in life)} >= pages - {
        "dwelling:transport"
    }
    assert told(house, of_the_house(WAY)) and told(other, of_the_house(WAY))


def test_no_row_line_or_job_of_her_life_says_a_word(world):
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT string_agg(args::text, ' ') FROM procrastinate_jobs")
        jobs = cursor.fetchone()[0] or ""
    with reading(world.yen):
        lines = [f"{line.verb} {line.about} {line.facts}" for line in Line.objects.all()]
    with reading(agencies.member(role=Role.COORDINATOR.value)):
        assert not TransportWords.objects.exists()

    clear = "\n".join([jobs, *lines]).encode()
    assert any("belonging.received" in line for line in lines)
    assert [f for f in of_the_house(LIFE, WAY) if f in clear] == []


def test_nobody_learns_it_by_asking_for_help_nearby(world, hidden_away):
    near = {"need": "safe_place", "commune": str(hidden_away)}

    page = Client().post("/ho-tro/", near).text.replace(near["commune"], "")

    entry = page.partition(world.yen.agency.name)[2].partition("</section>")[0]
    assert entry
    assert "km" not in entry
    assert hidden_away.name not in entry


def test_no_program_and_no_export_is_told(world, hidden_away):
    with translation.override("vi"):
        whole = json.dumps(api.whole(), ensure_ascii=False)

    assert world.yen.agency.name in whole
    assert [
        f for f in [*telling(hidden_away), *of_the_house(LIFE, WAY)] if f in whole.encode()
    ] == []
