"""The pages about the people of an agency, and acting for one agency or another."""

import re

import pytest

from ketnoi.agencies.models import Invitation
from ketnoi.agencies.tests import make
from ketnoi.foundation.trail.models import Line

pytestmark = pytest.mark.django_db
HERE = "/cb/don-vi/"
OF_ONE = ("", "vai/", "nghi/", "buoc-hai/", "mat-khau/")
LINK = re.compile(r"http://testserver(/cb/loi-moi/[\w-]+/)")


@pytest.fixture
def mai():
    return make.member(role="lead", name="Mai")


@pytest.fixture
def lan(mai):
    return make.member(mai.agency, name="Lan")


def test_everybody_sees_who_acts_for_her_agency(client, mai, lan):
    make.member(name="Người Nơi Khác")
    make.signed_in(client, lan)

    text = client.get(HERE).text

    assert "Mai" in text
    assert "Phụ trách đơn vị" in text
    assert "Người Nơi Khác" not in text
    assert "Mời một người" not in text


@pytest.mark.parametrize("role", ["lead", "admin"])
def test_who_manages_members_may_do_so_here(client, mai, lan, role):
    make.signed_in(client, make.member(mai.agency, role, "Quân"))

    assert "Mời một người" in client.get(HERE).text
    assert "Cho nghỉ" in client.get(f"{HERE}{lan.pk}/").text


def test_the_link_is_shown_once_and_kept_nowhere(client, mai):
    make.signed_in(client, mai)

    shown = client.post(f"{HERE}moi/", {"name": "Hạnh", "role": "caseworker"})
    [link] = LINK.findall(shown.text)

    assert "Hạnh" in client.get(HERE).text
    assert not LINK.search(client.get(HERE).text)
    token = link.split("/")[-2]
    kept = [str(v) for row in Invitation.objects.values_list() for v in row]
    assert not any(token in value for value in kept)
    assert not any(token in str(line.facts) for line in Line.objects.all())


def test_an_invitation_without_a_role_is_asked_again(client, mai):
    make.signed_in(client, mai)

    response = client.post(f"{HERE}moi/", {"name": "Hạnh"})

    assert response.status_code == 422
    assert "Hãy chọn một vai." in response.text
    assert 'value="Hạnh"' in response.text


@pytest.mark.parametrize("role", ["coordinator", "admin"])
def test_a_lead_is_offered_no_role_of_the_network(client, mai, lan, role):
    make.signed_in(client, mai)

    response = client.post(f"{HERE}{lan.pk}/vai/", {"role": role})

    assert response.status_code == 422
    assert f'value="{role}"' not in client.get(f"{HERE}moi/").text


@pytest.mark.parametrize(
    ("page", "typed", "said"),
    [
        ("vai/", {"role": "verifier"}, "Đã đổi vai."),
        ("nghi/", {"yes": "1"}, "Đã cho nghỉ."),
        ("buoc-hai/", {"yes": "1"}, "Đã đặt lại."),
    ],
)
def test_each_thing_is_done_and_said(client, mai, lan, page, typed, said):
    make.signed_in(client, mai)
    assert client.get(f"{HERE}{lan.pk}/{page}").status_code == 200

    response = client.post(f"{HERE}{lan.pk}/{page}", typed, follow=True)

    assert said in response.text


def test_before_somebody_goes_the_page_says_what_becomes_of_her_files(client, mai, lan):
    make.signed_in(client, mai)

    assert "cần người phụ trách mới" in client.get(f"{HERE}{lan.pk}/nghi/").text
    client.post(f"{HERE}{lan.pk}/nghi/", {"yes": "1"})
    text = client.get(HERE).text
    assert "Người đã nghỉ" in text
    assert "cần người phụ trách mới" in text


def test_a_password_link_is_shown_once(client, mai, lan):
    make.signed_in(client, mai)

    shown = client.post(f"{HERE}{lan.pk}/mat-khau/", {"yes": "1"})
    [link] = LINK.findall(shown.text)

    assert "Chọn mật khẩu mới" in client.get(link).text


def test_a_link_is_withdrawn_from_the_list(client, mai):
    make.signed_in(client, mai)
    [link] = LINK.findall(client.post(f"{HERE}moi/", {"name": "Hạnh", "role": "lead"}).text)
    [url] = re.findall(r"/cb/don-vi/loi-moi/[\w-]+/rut/", client.get(HERE).text)
    assert "Rút lại" in client.get(url).text

    client.post(url, {"yes": "1"})

    assert client.get(link).status_code == 410


@pytest.mark.parametrize("page", OF_ONE)
def test_people_of_another_agency_do_not_exist_here(client, mai, page):
    stranger, nobody = make.member(), "00000000-0000-4000-8000-000000000000"
    make.signed_in(client, mai)

    answers = [client.get(f"{HERE}{pk}/{page}") for pk in (stranger.pk, nobody)]

    assert [a.status_code for a in answers] == [404, 404]
    with make.as_seen_by(mai):
        looks = Line.objects.filter(agency=mai.agency_id, verb="page.not_found")
        assert [line.facts["page"] for line in looks][0] == [line.facts["page"] for line in looks][
            1
        ]


@pytest.mark.parametrize("page", OF_ONE)
def test_pages_for_managers_do_not_exist_for_others(client, mai, lan, page):
    make.signed_in(client, lan)

    assert client.get(f"{HERE}{mai.pk}/{page}").status_code == 404
    assert client.get(f"{HERE}moi/").status_code == 404


def test_opening_the_page_of_a_colleague_leaves_a_look(client, mai, lan):
    make.signed_in(client, mai)

    client.get(f"{HERE}{lan.pk}/")

    with make.as_seen_by(mai):
        assert Line.objects.get(verb="member.opened").about.endswith(str(lan.pk))


def test_a_member_says_where_she_is_told_of_something_new(client, lan):
    make.signed_in(client, lan)

    client.post(f"{HERE}thu/", {"address": "lan@vidu.vn", "told": "at_once"})

    assert "lan@vidu.vn" in client.get(HERE).text
    client.post(f"{HERE}thu/", {"address": "", "told": "at_once"})
    assert "Chưa có địa chỉ nào." in client.get(HERE).text


def test_whom_a_lead_lets_go_is_out_with_the_next_page(client, mai, lan):
    make.signed_in(client, lan)
    client.get(HERE)
    make.gone(lan)

    response = client.get(HERE)

    assert response.status_code == 403
    assert "Bạn chưa thuộc đơn vị nào" in response.text
    assert client.post("/cb/ra/").headers["Location"] == "/cb/vao/"


def test_what_was_sent_for_the_agency_she_left_is_not_done_for_another(client, mai, lan):
    other = make.also_at(make.agency("osso", "province", name="OSSO"), lan)
    make.signed_in(client, lan)
    client.post("/cb/doi-don-vi/", {"member": str(lan.pk)})
    assert mai.agency.name in client.get(HERE).text
    make.gone(lan)

    response = client.post(f"{HERE}thu/", {"address": "lan@vidu.vn", "told": "at_once"})

    assert response.headers["Location"] == "/cb/"
    lan.user.refresh_from_db()
    assert lan.user.email == ""
    assert other.agency.name in client.get(HERE).text


def test_changing_the_agency_is_offered_to_those_of_two(client, mai, lan):
    make.signed_in(client, lan)
    assert "Đổi đơn vị" not in client.get(HERE).text
    other = make.also_at(make.agency("osso", "province", name="OSSO"), lan)
    assert "Đổi đơn vị" in client.get(HERE).text

    client.post("/cb/doi-don-vi/", {"member": str(other.pk)})

    assert "OSSO" in client.get(HERE).text


def test_the_state_of_a_second_factor_is_told(client, mai, lan):
    make.signed_in(client, mai)
    assert "Chưa có; được hỏi khi đăng nhập" in client.get(f"{HERE}{lan.pk}/").text

    make.second_factor(lan)

    assert "Đã có" in client.get(f"{HERE}{lan.pk}/").text
