"""What matters of her, in her file; what suits her there, and what an agency outside learns."""

import pytest
from django.db import DatabaseError
from django.urls import reverse

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.tests import make as files
from ketnoi.foundation import clock
from ketnoi.foundation.action import Changed, Refused
from ketnoi.foundation.guard.context import acting
from ketnoi.livelihood import actions, queries, terms
from ketnoi.livelihood.models import Placement, WorkProfile
from ketnoi.livelihood.tests import make

pytestmark = pytest.mark.django_db
MY_HUONG, MY_TU = "31591", "31567"
SECRET = "Người đó hay ngồi ở chợ"  # noqa: S105 — her words, invented


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
def enter(client):
    def as_member(member):
        client.force_login(
            member.user, backend="allauth.account.auth_backends.AuthenticationBackend"
        )
        return client

    return as_member


def words(response):
    return response.content.decode()


def seen(file, member):
    with acting(member):
        return queries.profile_of(file, member)


def inside(file, member):
    with acting(member):
        return queries.suits(file, member, queries.on_offer())


def outside(file, member):
    with acting(member):
        return queries.suits_outside(make.place(file), queries.on_offer())


def titles(listed):
    return [one.opportunity.title for one in listed]


def test_it_is_written_once_and_corrected_after(lan, file):
    make.profile(file, lan, avoids=MY_TU, own_words=SECRET)
    make.profile(file, lan, version=1, skills=["cooking"], avoids="", own_words="")

    known = seen(file, lan)
    assert (known.skills, known.version, known.avoided) == (["cooking"], 2, [])
    with acting(lan):
        assert WorkProfile.objects.count() == 1


def test_who_was_slower_sees_both_and_writes_nothing(lan, file):
    make.profile(file, lan)

    with pytest.raises(Changed):
        make.profile(file, lan, version=0, skills=["cooking"])

    assert seen(file, lan).skills == ["sewing"]


def test_what_she_must_avoid_and_her_words_are_sealed(lan, file):
    made = make.profile(file, lan, avoids=MY_TU, own_words=SECRET)

    assert str(made.avoids) == str(made.own_words) == "•••"
    assert (seen(file, lan).avoided, seen(file, lan).own_words.open()) == ([MY_TU], SECRET)


@pytest.mark.parametrize("role", ["coordinator", "volunteer", "admin"])
def test_nobody_writes_it_whose_work_it_is_not(file, lan, role):
    other = agencies.member(lan.agency, role=role)

    with pytest.raises((Refused, DatabaseError)):
        make.profile(file, other)

    assert seen(file, lan) is None


def test_a_job_centre_reads_no_profile(lan, dung, file):
    make.profile(file, lan)
    make.proposal(file, make.opportunity(dung, has_childcare=True), by=dung)

    assert seen(file, dung) is None
    with acting(dung):
        assert not WorkProfile.objects.exists()


def test_in_her_file_every_offer_is_there_with_its_reasons(lan, dung, file):
    near = {"commune_id": MY_HUONG, "has_childcare": True, "shifts": ["day"]}
    make.opportunity(dung, title="May", skills=["sewing"], **near)
    make.opportunity(dung, title="Ca đêm", **{**near, "shifts": ["night"]})
    make.opportunity(dung, title="Chưa đến xem", verified_on=None, **near)
    make.profile(file, lan)

    found = inside(file, lan)

    assert titles(found.fit) == ["May"]
    assert found.fit[0].why == (
        "Phù hợp vì: đúng loại hỗ trợ chị ấy muốn, không xa hơn mức chị ấy đi được, có nơi gửi con,"
        " không làm ban đêm, giờ giấc hợp với chị ấy, chị ấy có đủ kỹ năng, giấy tờ, phương tiện,"
        " cách khoảng 1 km."
    )
    against = {one.opportunity.title: one.against for one in found.not_fit}
    assert against == {
        "Ca đêm": ("Có làm ban đêm.",),
        "Chưa đến xem": ("Nơi nhận chưa được kiểm tra.",),
    }


def test_a_place_she_must_avoid_is_named_in_her_file_and_nowhere_else(lan, dung, file):
    make.opportunity(dung, title="May", commune_id=MY_TU, has_childcare=True, shifts=["day"])
    make.profile(file, lan, avoids=MY_TU, furthest_km=100)

    [here] = inside(file, lan).not_fit
    [there] = outside(file, dung).not_fit

    assert here.against == ("Ở nơi chị ấy cần tránh, hoặc chưa biết ở đâu.",)
    assert there.against == (str(terms.QUIET),)
    assert (there.why, there.to_ask) == ("", "")


def test_danger_and_a_long_way_look_the_same_outside(lan, dung):
    offer = {"commune_id": MY_TU, "has_childcare": True, "shifts": ["day"]}
    make.opportunity(dung, title="May", **offer)
    in_danger, tired = files.case(lan), files.case(lan)
    make.profile(in_danger, lan, avoids=MY_TU, furthest_km=100)
    make.profile(tired, lan, furthest_km=1)

    one, other = outside(in_danger, dung), outside(tired, dung)

    assert one.not_fit == other.not_fit
    assert one.fit == other.fit == []


def test_outside_only_what_she_agreed_to_tell_is_known(lan, dung, file):
    make.opportunity(dung, title="May", shifts=["day"])
    make.profile(file, lan, tells=["skills"])

    found = outside(file, dung)

    assert found.known == ["Biết: May vá"]
    assert found.not_fit[0].against == (str(terms.QUIET),)


def test_what_is_refused_on_the_page_cannot_be_proposed_by_another_way(lan, dung, file):
    offer = make.opportunity(dung, commune_id=MY_TU, has_childcare=True, shifts=["day"])
    make.profile(file, lan, avoids=MY_TU, furthest_km=100)

    with pytest.raises(Refused) as refusal:
        make.proposal(file, offer, by=dung)

    assert str(refusal.value) == str(terms.QUIET)
    with acting(dung):
        assert not Placement.objects.exists()


def test_her_own_caseworker_may_propose_what_she_wants_to_try_and_never_danger(lan, file, dung):
    night = make.opportunity(
        dung, title="Ca đêm", shifts=["night"], has_childcare=True, commune_id=MY_HUONG
    )
    danger = make.opportunity(dung, title="Chợ", commune_id=MY_TU, has_childcare=True)
    make.profile(file, lan, avoids=MY_TU)

    assert make.proposal(file, night, by=lan).state == "proposed"
    with pytest.raises(Refused, match="cần tránh"):
        make.proposal(file, danger, by=lan)


def test_nothing_is_proposed_that_nobody_went_to_see(dung, file):
    offer = make.opportunity(dung, verified_on=None)

    with pytest.raises(Refused, match="chưa được kiểm tra"):
        make.proposal(file, offer, by=dung)

    actions.verify_partner(opportunity=offer, on=clock.today(), by=dung, now=clock.now())
    assert make.proposal(file, offer, by=dung).state == "proposed"


def test_an_employer_does_not_say_of_itself_that_it_was_seen(dung):
    vy = make.employer()
    offer = make.opportunity(vy)

    for act in (
        lambda: make.opportunity(vy, verified_on=clock.today()),
        lambda: actions.verify_partner(opportunity=offer, on=clock.today(), by=vy, now=clock.now()),
    ):
        with pytest.raises(Refused, match=r"đơn vị khác làm|không xác nhận"):
            act()
    offer.refresh_from_db()
    assert (offer.verified_on, offer.verified_by) == (None, None)


def test_one_visit_counts_for_everything_the_same_partner_offers(dung):
    one, two = make.opportunity(make.employer()), None
    two = make.opportunity(one.made_by, title="Ủi")
    make.opportunity(one.made_by, title="Khác", partner="Nơi khác")

    actions.verify_partner(opportunity=one, on=clock.today(), by=dung, now=clock.now())

    seen_now = {offer.title for offer in queries.open_opportunities(dung)}
    assert seen_now == {one.title, two.title}


def test_the_page_in_her_file_saves_what_she_says_and_shows_it_again(enter, lan, file):
    client, here = enter(lan), reverse("livelihood:profile", args=[file.code])
    said = {
        "version": "0", "skills": ["sewing"], "hours": ["day"], "tells": ["skills"],
        "avoids": "Xã Mỹ Hương, TP Cần Thơ", "own_words": SECRET, "furthest_km": "12",
    }  # fmt: skip

    response = client.post(here, said)

    assert response["Location"] == reverse("livelihood:suits", args=[file.code])
    page = words(client.get(here))
    assert "Xã Mỹ Hương, TP Cần Thơ" in page
    assert SECRET in page
    assert 'value="12"' in page


def test_a_place_that_cannot_be_told_apart_is_asked_again_and_the_rest_is_kept(enter, lan, file):
    said = {"version": "0", "avoids": "Tân Lập", "own_words": SECRET}

    response = enter(lan).post(reverse("livelihood:profile", args=[file.code]), said)

    assert response.status_code == 422
    assert "Hãy ghi thêm tên tỉnh" in words(response)
    assert SECRET in words(response)
    assert seen(file, lan) is None


def test_from_the_page_of_what_suits_her_a_proposal_is_one_press(enter, lan, dung, file):
    offer = make.opportunity(dung, has_childcare=True, shifts=["day"])
    make.profile(file, lan)
    client, here = enter(lan), reverse("livelihood:suits", args=[file.code])

    assert "có nơi gửi con" in words(client.get(here))
    pressed = client.post(reverse("livelihood:propose_here", args=[file.code, offer.pk]))

    with acting(lan):
        made = Placement.objects.get()
    assert pressed["Location"] == reverse("livelihood:placement", args=[made.pk])


def test_while_nothing_is_written_the_page_says_where_to_write_it(enter, lan, file):
    page = words(enter(lan).get(reverse("livelihood:suits", args=[file.code])))

    assert "Ghi nghề và điều kiện" in page


@pytest.mark.parametrize("name", ["profile", "suits"])
def test_a_stranger_finds_neither_page(enter, dung, file, name):
    assert enter(dung).get(reverse(f"livelihood:{name}", args=[file.code])).status_code == 404
