"""The public pages that find help, and the living directory of the staff side."""

import re
from datetime import date

import pytest

from ketnoi.directory.models import Hotline
from ketnoi.directory.tests import make

pytestmark = pytest.mark.django_db
PUBLIC = ["/", "/ho-tro/", "/ho-tro/viec-lam/", "/duong-day-nong/", "/an-toan/"]
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture(autouse=True)
def _network():
    make.network()


@pytest.fixture
def lan(client):
    member = make.officer("wu-my-tu")
    client.force_login(member.user, backend=BACKEND)
    return member


def words(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


@pytest.mark.parametrize("path", PUBLIC)
def test_public_pages_leave_nothing_and_need_no_script(client, path):
    response = client.get(path)

    assert response.status_code == 200
    assert not response.cookies
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "csrfmiddlewaretoken" not in response.content.decode()


@pytest.mark.parametrize("path", PUBLIC)
def test_public_pages_blame_nobody_and_do_not_shout(client, path):
    text = words(client.get(path)).lower()

    assert [w for w in ("nạn nhân", "đối tượng", "khai báo", "bắt buộc", "!") if w in text] == []


def test_home_leads_to_help_in_one_or_two_taps(client):
    page = client.get("/").content.decode()

    assert "Bạn cần giúp gì hôm nay?" in page
    assert "Chúng tôi không lưu lại việc bạn đã xem." in page
    for number in ("113", "111", "1900969680"):
        assert f'href="tel:{number}"' in page
    assert page.index('href="tel:113"') < page.index("/ho-tro/")


def test_the_number_of_the_article_is_shown_with_doubt_and_cannot_be_tapped(client):
    page = client.get("/duong-day-nong/").content.decode()

    assert "0377 672 444" in page
    assert "tel:+84377672444" not in page
    assert re.search(r"chưa kiểm tra</span>\s*<span[^>]*>nguồn: bài viết</span>", page)


def test_a_1900_number_is_called_free_nowhere(client):
    page = client.get("/duong-day-nong/").content.decode()
    block = page[page.index("Ngôi nhà Bình yên") :].split("</section>")[0]

    assert "Có tính cước" in block
    assert "Miễn phí" not in block


def test_production_hides_the_number_until_somebody_confirms_it(client, settings):
    settings.TESTING = settings.DEMO = False

    assert "0377 672 444" not in client.get("/duong-day-nong/").content.decode()


def test_help_is_looked_for_by_post_and_never_stands_in_the_address(client):
    response = client.post("/ho-tro/", {"text": "giay khai sinh cho con", "commune": "mỹ tú"})

    page = words(response)
    assert response.status_code == 200
    assert "Giấy tờ cho phụ nữ di cư trở về và con" in page
    assert "Tính từ Xã Mỹ Tú, TP Cần Thơ." in page
    assert "ngay tại xã Mỹ Tú" in page
    assert "chưa kiểm tra nguồn: bài viết" in page
    assert not response.cookies
    assert client.get("/ho-tro/", {"text": "tạm lánh"}).content == client.get("/ho-tro/").content


def test_a_shelter_is_found_and_its_place_is_not(client):
    page = words(client.post("/ho-tro/", {"need": "safe_place"}))

    assert "Chỗ ở an toàn" in page
    assert "Nơi ở được giữ kín. Địa chỉ báo khi tiếp nhận." in page


def test_nothing_found_is_answered_plainly(client):
    response = client.post("/ho-tro/", {"text": "tau vu tru", "khmer": "on"})

    page = words(response)
    assert "Chưa tìm thấy nơi phù hợp" in page
    assert "gọi 111, miễn phí" in page


def test_a_strange_choice_is_said_and_not_searched(client):
    response = client.post("/ho-tro/", {"need": "x"})

    assert response.status_code == 422
    assert not response.cookies


def test_a_strange_way_is_not_found(client):
    assert client.get("/ho-tro/khac/").status_code == 404


def test_what_is_overdue_leaves_the_public_pages(client):
    make.change(
        make.service("job-service"), verified_on=date(2020, 1, 1), hide_after=date(2020, 6, 29)
    )

    page = words(client.get("/ho-tro/viec-lam/"))

    assert "Tư vấn, giới thiệu việc làm" not in page
    assert "Hội Người mù" in page


def test_staff_see_every_entry_with_how_sure_it_is(client, lan):
    page = words(client.get("/cb/danh-ba/"))

    assert "20 dịch vụ" in page
    assert "Hội Liên hiệp Phụ nữ xã Mỹ Tú" in page
    assert "chưa kiểm tra nguồn:" in page


def test_an_officer_confirms_the_service_of_her_agency(client, lan):
    service = make.service()
    url = f"/cb/danh-ba/{service.pk}/"

    assert "Xác nhận còn đúng hôm nay" in words(client.get(url))
    response = client.post(url, follow=True)

    service.refresh_from_db()
    assert service.verified_by_id == lan.pk
    assert "Đã ghi: mục này đúng ngày hôm nay." in words(response)


def test_an_officer_does_not_confirm_the_service_of_another_agency(client, lan):
    service = make.service("job-service")
    url = f"/cb/danh-ba/{service.pk}/"

    assert "Xác nhận còn đúng hôm nay" not in words(client.get(url))
    response = client.post(url, follow=True)

    service.refresh_from_db()
    assert service.verified_on is None
    assert "Chỉ cán bộ của đơn vị này xác nhận được." in words(response)


def test_an_officer_describes_the_service_of_her_agency(client, lan):
    service = make.service()
    url = f"/cb/danh-ba/{service.pk}/mo-ta/"
    told = {
        "name": "Gặp cán bộ Hội",
        "purposes": ["safe_place"],
        "languages": ["vi", "km"],
        "cost": "free",
        "status": "active",
    }

    assert client.get(url).status_code == 200
    assert client.post(url, told).status_code == 302

    assert "Gặp cán bộ Hội" in words(client.post("/ho-tro/", {"khmer": "on"}))


def test_an_address_in_the_description_of_a_shelter_is_refused_in_the_form(client):
    service = make.service("peace-house-shelter")
    client.force_login(make.officer("peace-house").user, backend=BACKEND)
    told = {"name": "Số 99 Chim Yến", "purposes": ["safe_place"], "cost": "free"}

    response = client.post(f"/cb/danh-ba/{service.pk}/mo-ta/", told | {"status": "active"})

    assert response.status_code == 422
    assert "Mục này không ghi địa chỉ" in words(response)


def test_the_owner_confirms_a_number(client):
    hotline = Hotline.objects.get(key="wu-soc-trang")
    client.force_login(make.officer("wu-can-tho", "lead").user, backend=BACKEND)

    client.post(f"/cb/danh-ba/so/{hotline.pk}/")

    assert 'href="tel:+84377672444"' in client.get("/duong-day-nong/").content.decode()


@pytest.mark.parametrize("path", ["/cb/danh-ba/", "/cb/danh-ba/so/{}/", "/cb/danh-ba/{}/mo-ta/"])
def test_the_staff_side_asks_strangers_to_sign_in(client, path):
    assert client.get(path.format(make.service().pk)).status_code == 302


@pytest.mark.parametrize("path", ["/cb/danh-ba/{}/", "/cb/danh-ba/so/{}/"])
def test_what_never_was_is_not_found(client, lan, path):
    assert client.get(path.format("00000000-0000-4000-8000-000000000000")).status_code == 404


def test_public_pages_take_no_post_but_the_search(client):
    assert client.post("/an-toan/").status_code == 405
