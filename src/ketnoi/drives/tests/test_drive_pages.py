"""Pages of a drive: what an officer does on them, and what anybody may send."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.signing import Signer

from ketnoi.agencies.tests import make as agencies
from ketnoi.drives.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.inputs import stamped

pytestmark = pytest.mark.django_db
A_WHILE = timedelta(minutes=1)


@pytest.fixture
def us():
    return make.team()


@pytest.fixture
def drive(us):
    return make.drive(us.lan)


@pytest.fixture
def need(us, drive):
    return make.public(drive, us.lan, us.mai)


def typed(**more):
    stamp = stamped.new_stamp(at=clock.now() - A_WHILE)
    said = {"giver": "person", "name": make.NAME, "phone": "0912 345 678", "amount": "2"}
    return said | {"stamp": stamp, "website": ""} | more


def test_anybody_reads_what_is_needed_and_nobody_is_in_it(client, us, need):
    page = client.get("/can-giup/").content.decode()

    assert "Máy may, Xã Mỹ Tú, TP Cần Thơ" in page
    assert "Còn thiếu 12/12 chiếc" in page
    assert us.lan.agency.name not in page
    assert need.drive.title not in page


@pytest.mark.parametrize("language", ["/en", "/km"])
def test_the_page_speaks_three_languages(client, need, language):
    page = client.get(f"{language}/can-giup/").content.decode()

    assert "Còn thiếu" not in page


def test_an_offer_is_taken_once_and_leaves_no_cookie(client, us, need):
    said = typed()
    answers = [client.post(f"/can-giup/{need.pk}/", said) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert answers[0].url == "/can-giup/cam-on/"
    assert not any(answer.cookies for answer in answers)
    [offer] = make.offers(need, us.lan)
    assert (offer.offered, offer.state, offer.noted_by) == (2, "offered", None)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"website": "http://mua.vn"}, "Chưa nhận được"),
        ({"stamp": ""}, "Trang này mở đã lâu"),
        ({"stamp": "khác"}, "Trang này mở đã lâu"),
        ({"amount": "13"}, "Chỉ còn thiếu 12"),
        ({"phone": "ba"}, "Số điện thoại gồm 10 chữ số"),
        ({"name": ""}, "Hãy cho biết gọi bạn là gì"),
    ],
)
def test_what_is_wrong_is_said_and_loses_nothing(client, us, need, wrong, said):
    answer = client.post(f"/can-giup/{need.pk}/", typed(**wrong))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert make.NAME in page or wrong == {"name": ""}
    assert make.offers(need, us.lan) == []


@pytest.mark.parametrize(("age", "said"), [(0, "gửi lần nữa"), (13 * 3600, "mở đã lâu")])
def test_a_form_is_neither_sent_at_once_nor_a_day_later(client, us, need, age, said):
    stamp = stamped.new_stamp(at=clock.now() - timedelta(seconds=age))
    answer = client.post(f"/can-giup/{need.pk}/", typed(stamp=stamp))

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert make.offers(need, us.lan) == []


def test_who_presses_again_on_an_old_page_is_heard(client, us, need):
    old = typed(stamp=stamped.new_stamp(at=clock.now() - timedelta(days=1)))
    page = client.post(f"/can-giup/{need.pk}/", old)
    again = page.context["form"]["stamp"].value()

    answer = client.post(f"/can-giup/{need.pk}/", {**old, "stamp": again})

    assert answer.status_code == 302
    assert len(make.offers(need, us.lan)) == 1


def test_a_stamp_is_made_by_this_program_alone(client, need):
    made = Signer(salt="other").sign(f"{uuid4()}.1")

    assert client.post(f"/can-giup/{need.pk}/", typed(stamp=made)).status_code == 422


def test_another_site_sends_nothing(client, us, need):
    told = {"Sec-Fetch-Site": "cross-site"}
    answer = client.post(f"/can-giup/{need.pk}/", typed(), headers=told)

    assert answer.status_code == 403
    assert make.offers(need, us.lan) == []


def test_what_is_not_public_is_not_there(client, us, drive):
    hidden = make.need(drive, us.lan)

    assert client.get(f"/can-giup/{hidden.pk}/").status_code == 404
    assert client.get(f"/can-giup/{uuid4()}/").status_code == 404


def test_an_officer_goes_through_the_whole_drive(client, us):
    agencies.signed_in(client, us.lan)
    here = client.post("/cb/van-dong/", {"title": "Máy may"}).url
    day = make.in_days(30)
    until = {"until_0": day.day, "until_1": day.month, "until_2": day.year}
    what = {"kind": "sewing_machine", "amount": "12", "commune_0": "", "key": uuid4(), **until}
    client.post(here, what)
    [need] = client.get(here).context["needs"]
    there = f"{here}can/{need.pk}/"
    agencies.signed_in(client, us.mai)
    client.post(f"{there}kiem-tra/")
    agencies.signed_in(client, us.lan)
    who = {"giver": "business", "name": make.NAME, "phone": "0912345678", "amount": "5"}
    pledge = client.post(f"{there}gop/", {**who, "key": uuid4()}).url
    shown = client.get(pledge).content.decode()
    client.post(pledge, {"amount": "4", "key": uuid4()})
    today = clock.today()
    on = {"on_0": today.day, "on_1": today.month, "on_2": today.year}
    client.post(f"{pledge}nhan/", {"amount": "3", "key": uuid4(), **on})
    client.post(f"{there}nhan/", {"amount": "1", "key": uuid4(), **on})
    client.post(f"{there}chuyen/", {"amount": "2", "programme": "Tổ may", "key": uuid4(), **on})
    client.post(f"{pledge}ket-thuc/", {"ending": "withdrawn", "key": uuid4()})

    now = make.known(need, us.lan)
    assert make.NAME in shown
    assert (now.missing, now.promised, now.stock, now.given) == (8, 0, 2, 2)
    assert client.get(there).status_code == 200
    assert client.get(pledge).status_code == 200
    assert make.NAME not in client.get(pledge).content.decode()


def test_a_refusal_is_shown_on_the_page(client, us, need):
    agencies.signed_in(client, us.lan)
    today = clock.today()
    on = {"on_0": today.day, "on_1": today.month, "on_2": today.year}
    there = f"/cb/van-dong/{need.drive_id}/can/{need.pk}/"

    answer = client.post(
        f"{there}chuyen/", {"amount": "2", "programme": "Tổ may", "key": uuid4(), **on}
    )

    assert answer.status_code == 422
    assert "Trong kho chỉ còn 0" in answer.content.decode()


def test_another_agency_finds_nothing(client, us, need):
    other = agencies.member(agencies.agency("osso"), role="lead")
    agencies.signed_in(client, other)
    pledge = make.pledged(need, us.lan)

    for path in (
        f"{need.drive_id}/",
        f"{need.drive_id}/can/{need.pk}/",
        f"{need.drive_id}/ket-qua/",
        f"can/{need.pk}/gop/{pledge.pk}/",
    ):
        assert client.get(f"/cb/van-dong/{path}").status_code == 404
