"""The pages of rounds, as their readers meet them; what never stands on one outside her file."""

import pytest
from django.urls import reverse

from ketnoi.agencies.tests import make as agencies
from ketnoi.foundation import clock
from ketnoi.foundation.action import writing
from ketnoi.livelihood.tests import make as work
from ketnoi.places import queries as places
from ketnoi.rounds import actions
from ketnoi.rounds.models import MatchingRound
from ketnoi.rounds.tests import make

pytestmark = pytest.mark.django_db
ROUNDS, NEW = "/cb/dot-ghep/", "/cb/dot-ghep/moi/"
NUMBERS = {
    "shares": [
        {"group": "all", "share": 60, "low": 45, "high": 75, "is_reached": True},
        {"group": "people:khmer", "share": 40, "low": 20, "high": 60, "is_reached": False},
        {"group": f"commune:{make.MY_HUONG}", "share": 60, "low": 30, "high": 85,
         "is_reached": True},
    ],
}  # fmt: skip


@pytest.fixture
def lan():
    return make.holder()


@pytest.fixture
def dung():
    return make.job_centre()


@pytest.fixture
def enter(client):
    def as_member(member):
        client.force_login(
            member.user, backend="allauth.account.auth_backends.AuthenticationBackend"
        )
        return client

    return as_member


def words(response):
    return response.content.decode()


def here(name, *args):
    return reverse(f"rounds:{name}", args=args)


def with_numbers(round_, offer):
    with writing():
        wanted = [{"offer": str(offer.pk), "helps": 10}]
        MatchingRound.objects.filter(pk=round_.pk).update(**NUMBERS, wanted=wanted)


def test_a_round_is_announced_with_its_seed_then_begun_with_a_press(enter, dung):
    client = enter(dung)

    response = client.post(NEW, {"kinds": ["job"], "communes": "Xã Mỹ Hương, TP Cần Thơ"})

    round_ = MatchingRound.objects.get()
    assert response["Location"] == here("round", round_.pk)
    page = words(client.get(here("round", round_.pk)))
    assert round_.seed in page
    assert "Xã Mỹ Hương" in page
    assert "Việc làm" in page
    client.post(here("begin", round_.pk))
    round_.refresh_from_db()
    assert round_.state == "running"
    assert "Đã đọc 0 trong 0 đơn vị" in words(client.get(here("round", round_.pk)))


def test_a_commune_nobody_finds_is_asked_again_and_the_rest_is_kept(enter, dung):
    response = enter(dung).post(NEW, {"kinds": ["loan"], "communes": "Xã Không Có"})

    assert response.status_code == 422
    assert "Chưa tìm thấy “Xã Không Có”" in words(response)
    assert "checked" in words(response)


def test_every_member_reads_the_seed_and_only_who_looks_for_partners_the_numbers(enter, dung, lan):
    offer, round_ = make.offer(dung), make.made(dung)
    with_numbers(round_, offer)
    readers = {
        lan: True,
        dung: True,
        work.employer(): False,
        agencies.member(role="coordinator"): True,
        agencies.member(lan.agency, role="volunteer"): False,
    }

    for member, reads in readers.items():
        page = words(enter(member).get(here("round", round_.pk)))
        assert round_.seed in page
        assert ("khoảng 40 %, từ 20 đến 60 %" in page) == reads
        assert (">Khmer</th>" in page) == reads
        assert ("10 người" in page) == reads


def test_a_round_is_called_off_and_its_seed_stays(enter, dung):
    round_ = make.announced(dung)
    client = enter(dung)

    client.post(here("call_off", round_.pk))

    page = words(client.get(here("round", round_.pk)))
    assert "Đã hủy" in page
    assert round_.seed in page
    assert "Đã hủy" in words(client.get(ROUNDS))


def test_her_page_says_what_is_proposed_and_one_press_brings_it_to_her(enter, lan, dung):
    file, offer = make.woman(lan), make.offer(dung)
    make.made(dung)
    client, page_of_hers = enter(lan), here("hers", file.code)

    page = words(client.get(page_of_hers))
    assert offer.title in page
    assert "Phù hợp vì: đúng loại hỗ trợ chị ấy muốn" in page
    pressed = client.post(here("take_up", file.code, make.result_of(file, lan).pk))

    assert "/cb/sinh-ke/de-xuat/" in pressed["Location"]
    assert "Đã đưa vào để hỏi" in words(client.get(page_of_hers))


def test_a_refusal_is_said_on_her_page_and_nothing_is_lost(enter, lan, dung):
    file, offer = make.woman(lan), make.offer(dung)
    make.made(dung)
    result = make.result_of(file, lan)
    work.actions.withdraw_opportunity(opportunity=offer, by=dung, now=clock.now())
    client = enter(lan)

    client.post(here("take_up", file.code, result.pk))

    page = words(client.get(here("hers", file.code)))
    assert "đã bị rút hoặc hết hạn nhận" in page
    assert offer.title in page


def test_while_no_round_was_made_the_page_says_what_to_do(enter, lan):
    page = words(enter(lan).get(here("hers", make.woman(lan).code)))

    assert "Chưa đợt ghép nào có hồ sơ này" in page


def test_a_stranger_finds_neither_her_page_nor_the_button(enter, lan, dung):
    file = make.woman(lan)
    make.offer(dung)
    make.made(dung)
    result, client = make.result_of(file, lan), enter(dung)

    assert client.get(here("hers", file.code)).status_code == 404
    assert client.post(here("take_up", file.code, result.pk)).status_code == 404


def test_another_file_does_not_lead_to_it(enter, lan, dung):
    file, other = make.woman(lan), make.woman(make.holder("Anh"))
    make.offer(dung)
    make.made(dung, communes=[make.MY_HUONG])
    result = make.result_of(file, lan)

    assert enter(lan).post(here("take_up", other.code, result.pk)).status_code == 404


def test_a_place_she_must_avoid_stands_on_no_page_outside_her_file(enter, lan, dung):
    """The canary is the one commune she avoids: of the round, a partner, the board, the desks."""
    vy, overseer = work.employer(), agencies.member(role="coordinator")
    file = make.woman(lan, avoids=make.MY_TU, furthest_km=100)
    work.vacancy(vy, dung, commune_id=make.MY_TU, title="May nhà")
    make.offer(dung, title="May gần nhà")
    round_ = make.made(dung)
    placement = make.taken_up(file, lan)
    said = {"answer": "yes", "told": ["skills:sewing"], "by": lan, "now": clock.now()}
    work.actions.she_decides(placement=placement, **said)
    canary = places.commune(make.MY_TU).name

    assert canary in words(enter(lan).get(here("hers", file.code)))
    outside = [
        (member, target)
        for member in (dung, vy, overseer)
        for target in (
            ROUNDS, here("round", round_.pk), reverse("livelihood:candidates"), "/cb/",
            *([reverse("reports:board")] if member is overseer else []),
        )
    ]  # fmt: skip
    for member, target in outside:
        page = words(enter(member).get(target))
        assert "cần tránh" not in page
        assert canary not in page
        assert file.code not in page or target == "/cb/"


def test_a_round_that_runs_is_not_begun_again(enter, dung):
    round_ = make.announced(dung)
    actions.begin_round(round_=round_, by=dung, now=clock.now())

    pressed = enter(dung).post(here("begin", round_.pk), follow=True)

    assert "đã bắt đầu hoặc đã xong" in words(pressed)
