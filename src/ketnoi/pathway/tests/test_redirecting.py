"""A request that came to nothing goes on elsewhere in one step, and she is asked nothing again."""

import pytest
from django.urls import reverse

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import queries as files
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.pathway import actions as pathway
from ketnoi.referrals import actions, queries
from ketnoi.referrals.models import Referral
from ketnoi.referrals.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def yen():
    return agencies.member(agencies.agency("shelter", "province"), name="Yến")


@pytest.fixture
def hanh():
    return agencies.member(agencies.agency("shelter", "province"), name="Hạnh")


@pytest.fixture
def file(lan):
    return cases.case(lan, phone=cases.PHONE)


@pytest.fixture
def bed(yen):
    return make.service(yen.agency, "safe_place")


@pytest.fixture
def other_bed(hanh, lan, file):
    cases.consent(file, hanh.agency, by=lan)
    return make.service(hanh.agency, "safe_place")


def declined(file, bed, lan, yen, **said):
    request = make.sent(file, bed, by=lan)
    return actions.decline_referral(
        referral=request, reason="no_capacity", by=yen, now=clock.now(), **said
    )


def redirect(request, to, by):
    return pathway.redirect(
        referral=request, service=to, message="", basis_reason="", by=by, now=clock.now()
    )


def test_after_a_no_another_agency_is_asked_for_the_same(lan, yen, hanh, file, bed, other_bed):
    request = declined(file, bed, lan, yen)

    again = redirect(request, other_bed, lan)

    with acting(hanh):
        [waiting] = queries.received_by(hanh)
        told = queries.told(waiting)
    with acting(lan):
        kinds = [task.kind for task in files.to_do(lan)]
        chain = queries.chain_of(again, lan)
    assert (waiting.purpose, waiting.packs) == (request.purpose, request.packs)
    assert set(told) == {"contact", "need"}
    assert "refer_elsewhere" not in kinds
    with acting(lan):
        history = [event.state for event in queries.events_of(again)]
    assert chain == [request]
    assert history == ["draft", "sent"]


def test_a_request_that_is_not_answered_is_taken_back_first(lan, yen, file, bed, other_bed):
    request = make.sent(file, bed, by=lan)

    redirect(request, other_bed, lan)

    with acting(yen):
        [before] = Referral.objects.select_related("key")
        assert before.state == "recalled"
        assert queries.told(before) == {}
        assert files.to_do(yen) == []


def test_the_next_agency_learns_nothing_of_the_one_before(lan, yen, hanh, file, bed, other_bed):
    again = redirect(declined(file, bed, lan, yen), other_bed, lan)

    with acting(hanh):
        assert queries.chain_of(again, hanh) == []
    with acting(yen):
        assert list(Referral.objects.values_list("to_agency", flat=True)) == [yen.agency_id]


def test_without_her_yes_for_that_place_nothing_changes(lan, yen, hanh, file, bed):
    request = make.sent(file, bed, by=lan)

    with pytest.raises(pathway.Refused, match="Chưa có sự đồng ý"):
        redirect(request, make.service(hanh.agency, "safe_place"), lan)

    with acting(lan):
        [still] = Referral.objects.all()
    assert still.state == "sent"


def test_of_two_officers_who_redirect_at_once_one_is_told(lan, yen, file, bed, other_bed):
    request = declined(file, bed, lan, yen)
    redirect(request, other_bed, lan)

    with pytest.raises(pathway.Refused, match="đã được chuyển sang nơi khác"):
        redirect(request, other_bed, lan)


def test_whom_the_declining_agency_names_stands_first(client, lan, yen, hanh, file, bed, other_bed):
    agencies.signed_in(client, yen)
    request = make.sent(file, bed, by=lan)
    answer = {"reason": "no_capacity", "suggested": str(other_bed.pk)}
    client.post(reverse("referrals:decline", args=[request.pk]), answer)

    agencies.signed_in(client, lan)
    here = reverse("pathway:redirect", args=[request.pk])
    asked = client.get(here).content.decode()
    sent = client.post(here, {"service": str(other_bed.pk), "message": "Chị ấy chờ ở xã."})

    assert "nơi trước gợi ý" in asked
    with acting(hanh):
        [waiting] = queries.received_by(hanh)
        assert queries.message_of(waiting) == "Chị ấy chờ ở xã."
    assert sent.url == reverse("referrals:referral", args=[waiting.pk])


def test_a_refused_redirect_still_shows_the_request_as_it_stands(client, lan, hanh, file, bed):
    request = make.sent(file, bed, by=lan)
    place = make.service(hanh.agency, "safe_place")
    agencies.signed_in(client, lan)

    answer = client.post(
        reverse("pathway:redirect", args=[request.pk]), {"service": str(place.pk), "message": ""}
    )

    assert "Đã gửi" in answer.content.decode()
    assert "Đã thu hồi" not in answer.content.decode()


def test_a_refused_redirect_loses_nothing_that_was_typed(client, lan, yen, hanh, file, bed):
    request = declined(file, bed, lan, yen)
    place = make.service(hanh.agency, "safe_place")
    agencies.signed_in(client, lan)

    answer = client.post(
        reverse("pathway:redirect", args=[request.pk]),
        {"service": str(place.pk), "message": "Chị ấy chờ ở xã."},
    )

    assert answer.status_code == 422
    assert "Chưa có sự đồng ý cho nơi này" in answer.content.decode()
    assert "Chị ấy chờ ở xã." in answer.content.decode()
