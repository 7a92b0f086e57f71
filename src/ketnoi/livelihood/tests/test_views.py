"""The pages of opportunities and placements, as their readers meet them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.tests import make as files
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.livelihood.models import Opportunity, Placement
from ketnoi.livelihood.tests import make

pytestmark = pytest.mark.django_db
LIST = "/cb/sinh-ke/"
NEW = "/cb/sinh-ke/moi/"
SEWING = {"kind": "job", "title": "May gia công", "partner": "Tổ may Mỹ Tú", "places": "2"}


@pytest.fixture
def lan():
    return agencies.member()


@pytest.fixture
def dung():
    return make.job_centre()


@pytest.fixture
def file(lan):
    return files.case(lan)


@pytest.fixture
def offer(dung):
    return make.opportunity(dung)


@pytest.fixture
def placement(file, offer, dung):
    return make.proposal(file, offer, by=dung)


@pytest.fixture
def enter(client):
    def as_member(member):
        client.force_login(
            member.user, backend="allauth.account.auth_backends.AuthenticationBackend"
        )
        return client

    return as_member


def page_of(placement):
    return reverse("livelihood:placement", args=[placement.pk])


def words(response):
    return response.content.decode()


def state_of(placement, member):
    with acting(member):
        return Placement.objects.get(pk=placement.pk).state


def test_every_member_sees_what_is_on_offer_and_how_many_places_are_left(enter, offer):
    page = words(enter(agencies.member(role="volunteer")).get(LIST))

    assert offer.title in page
    assert "còn 1 trong 1 chỗ" in page


def test_the_list_is_filtered_by_kind_and_says_when_nothing_is_left(enter, dung, offer):
    client = enter(dung)

    assert offer.title in words(client.get(LIST, {"kind": "job"}))
    assert "Chưa có cơ hội nào" in words(client.get(LIST, {"kind": "loan"}))
    assert client.get(LIST, {"kind": "nothing"}).status_code == 422


def test_the_list_is_filtered_by_commune(enter, dung):
    near = make.opportunity(dung, title="Trồng nấm", commune_id="31591")
    far = make.opportunity(dung, title="Nuôi gà", commune_id=None)

    page = words(enter(dung).get(LIST, {"commune": "Mỹ Hương", "commune_code": "31591"}))

    assert near.title in page
    assert far.title not in page


def test_an_opportunity_is_added_in_one_form(enter, dung):
    response = enter(dung).post(
        NEW, {**SEWING, "commune": "Xã Mỹ Hương, TP Cần Thơ", "wage": "5 triệu"}
    )

    added = Opportunity.objects.get()
    assert response["Location"] == LIST
    assert (added.commune_id, added.wage, added.places) == ("31591", 5_000_000, 2)


def test_what_cannot_be_read_is_asked_again_and_the_rest_is_kept(enter, dung):
    response = enter(dung).post(NEW, {**SEWING, "places": "nhiều"})

    assert response.status_code == 422
    assert "Hãy nhập số chỗ bằng chữ số" in words(response)
    assert SEWING["title"] in words(response)
    assert not Opportunity.objects.exists()


def test_an_agency_without_this_work_is_told_so(enter):
    police = agencies.member(agencies.agency("police"))

    response = enter(police).post(NEW, SEWING)

    assert response.status_code == 422
    assert "không thêm được cơ hội" in words(response)


def test_an_opportunity_is_withdrawn_by_its_agency(enter, dung, offer):
    target = reverse("livelihood:withdraw", args=[offer.pk])
    client = enter(dung)

    assert offer.title in words(client.get(target))
    response = client.post(target)

    assert response["Location"] == LIST
    assert offer.title not in words(client.get(LIST))


def test_nobody_else_finds_the_page_that_withdraws_it(enter, offer):
    stranger = make.job_centre()

    response = enter(stranger).post(reverse("livelihood:withdraw", args=[offer.pk]))

    assert response.status_code == 404


def test_the_caseworker_writes_down_her_answer(enter, lan, placement):
    client = enter(lan)

    page = words(client.get(page_of(placement)))
    response = client.post(page_of(placement), {"turn": "her_answer", "answer": "yes"})

    assert "Người được hỗ trợ trả lời thế nào" in page
    assert response["Location"] == page_of(placement)
    assert state_of(placement, lan) == "she_agreed"


def test_while_she_is_asked_the_job_centre_may_only_take_it_back(enter, dung, placement):
    client = enter(dung)

    page = words(client.get(page_of(placement)))
    client.post(page_of(placement), {"turn": "recall"})

    assert "trả lời thế nào" not in page
    assert state_of(placement, dung) == "recalled"


def test_the_job_centre_takes_it_from_her_yes_to_the_end(enter, lan, dung, placement):
    enter(lan).post(page_of(placement), {"turn": "her_answer", "answer": "yes"})
    client, today = enter(dung), clock.today().strftime("%d/%m/%Y")

    client.post(page_of(placement), {"turn": "partner_answer", "answer": "accepted"})
    client.post(page_of(placement), {"turn": "start", "on_0": today})
    assert state_of(placement, dung) == "started"
    client.post(page_of(placement), {"turn": "end", "outcome": "completed", "on_0": today})

    assert state_of(placement, dung) == "ended"
    assert "Hoàn thành" in words(client.get(page_of(placement)))


def test_she_changes_her_mind_on_the_same_page(enter, lan, dung, file, offer):
    placement = make.accepted(file, offer, by=dung, holder=lan)

    enter(lan).post(page_of(placement), {"turn": "change_of_mind"})

    assert state_of(placement, lan) == "she_declined"


def test_a_step_that_is_not_hers_is_refused_in_a_sentence(enter, dung, placement):
    response = enter(dung).post(page_of(placement), {"turn": "her_answer", "answer": "yes"})

    assert response.status_code == 422
    assert "chưa đến lượt bạn" in words(response)
    assert state_of(placement, dung) == "proposed"


def test_an_answer_is_needed(enter, lan, placement):
    response = enter(lan).post(page_of(placement), {"turn": "her_answer"})

    assert response.status_code == 422
    assert "Hãy chọn câu trả lời." in words(response)


def test_what_is_over_offers_nothing_more(enter, lan, placement):
    client = enter(lan)
    client.post(page_of(placement), {"turn": "her_answer", "answer": "no"})

    assert "<form" not in words(client.get(page_of(placement))).split("<main")[1].split("</main")[0]


def test_looking_at_a_placement_is_written_in_the_chain_of_the_file(enter, lan, placement):
    enter(lan).get(page_of(placement))

    with acting(lan):
        looks = Line.objects.filter(chain=placement.case_id, verb="placement.opened")
        assert looks.get().facts == {"look": True}


def test_a_stranger_finds_no_placement_and_the_knock_is_kept(enter, placement):
    stranger = make.job_centre()

    response = enter(stranger).get(page_of(placement))

    assert response.status_code == 404
    with acting(stranger):
        assert Line.objects.filter(chain=stranger.agency_id, verb="page.not_found").exists()


@pytest.mark.parametrize("path", [LIST, NEW])
def test_the_public_is_asked_to_sign_in(client, path):
    assert client.get(path)["Location"].startswith("/cb/vao/")


def test_nothing_can_be_sent_to_the_list(enter, dung):
    assert enter(dung).post(LIST).status_code == 405


def test_the_list_asks_the_same_number_of_questions_however_long_it_is(enter, dung, offer):
    client = enter(dung)
    client.get(LIST)
    few = questions(client, LIST)
    for number in range(6):
        make.opportunity(dung, title=f"Cơ hội {number}")

    assert questions(client, LIST) == few


def test_a_placement_asks_no_more_questions_however_far_it_is(enter, lan, dung, file, offer):
    placement = make.proposal(file, offer, by=dung)
    client = enter(lan)
    client.get(page_of(placement))
    first = questions(client, page_of(placement))
    client.post(page_of(placement), {"turn": "her_answer", "answer": "yes"})
    client.get(page_of(placement))

    assert questions(client, page_of(placement)) <= first


def questions(client, path):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)
