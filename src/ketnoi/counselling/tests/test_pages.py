"""The pages of counselling: in her file, of the counsellor, of groups, numbers."""

import re
from datetime import timedelta

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.tests import make as files
from ketnoi.counselling.models import Course, Group, Seat, Sitting, Supervision, Tally
from ketnoi.counselling.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def thao():
    return make.counsellor()


@pytest.fixture
def file(lan, thao):
    case = files.case(lan)
    make.opened(case, thao.agency)
    return case


@pytest.fixture
def here(file):
    return f"/cb/ho-so/{file.code}/tham-van/"


def one(member, model):
    with acting(member):
        return model.objects.get()


def said(page):
    return page.content.decode()


def signed_in(client, member):
    return agencies.signed_in(client, member)


def a_day(prefix, day):
    return {f"{prefix}_0": day.day, f"{prefix}_1": day.month, f"{prefix}_2": day.year}


def test_she_begins_writes_and_reads(client, file, thao, here):
    desk = signed_in(client, thao)
    desk.post(f"{here}bat-dau/", {"told": "no"})
    course = one(thao, Course)
    about = {"once": "1", "minutes": "45", "form": "phone", "topics": ["fear"], "feeling": "2"}

    sent = desk.post(
        f"{here}dot/{course.pk}/", {**about, "note": make.SECRET, **a_day("held_on", clock.today())}
    )

    assert sent.status_code == 302, said(sent)
    sitting = one(thao, Sitting)
    page = said(desk.get(f"{here}buoi/{sitting.pk}/"))
    assert make.SECRET in page and "2 – khó khăn" in page and "Lo sợ, căng thẳng" in page
    assert make.SECRET not in said(desk.get(f"{here}dot/{course.pk}/"))


def test_the_counsellor_sees_who_opened_a_sitting(client, file, thao, here):
    sitting = make.written(make.begun(file, thao), thao)
    van = make.counsellor(thao, "Vân")
    make.supervised(thao, van)
    signed_in(client, van).get(f"{here}buoi/{sitting.pk}/")

    page = said(signed_in(client, thao).get(f"{here}dot/{sitting.course_id}/"))

    assert "Ai đã mở" in page and "Vân" in page.split("Ai đã mở")[1]


def test_nothing_typed_is_asked_again_in_a_sentence(client, file, thao, here):
    course = make.begun(file, thao)

    refused = signed_in(client, thao).post(f"{here}dot/{course.pk}/", {"note": "lời dở"})

    assert refused.status_code == 422
    assert "Hãy chọn số phút." in said(refused) and "lời dở" in said(refused)


def test_the_holder_sees_a_number_if_she_agreed_and_else_nothing(client, file, lan, thao, here):
    sitting = make.written(make.begun(file, thao), thao)
    desk = signed_in(client, lan)
    assert "Không có gì bạn được biết" in said(desk.get(here))

    signed_in(client, thao).post(f"{here}cho-biet/{one(thao, Tally).pk}/", {"told": "yes"})

    page = said(signed_in(client, lan).get(here))
    assert "1 buổi, 45 phút" in page and "Thảo" not in page
    for part in (f"buoi/{sitting.pk}/", f"dot/{sitting.course_id}/", "bat-dau/"):
        assert client.get(here + part).status_code in {404, 200}
    assert client.get(f"{here}buoi/{sitting.pk}/").status_code == 404
    assert client.get(f"{here}dot/{sitting.course_id}/").status_code == 404


def test_a_danger_is_raised_and_answered_on_pages(client, file, lan, thao):
    where = f"/cb/ho-so/{file.code}/nguy-hiem/"
    signed_in(client, thao).post(where, {"kind": "lured"})
    desk = signed_in(client, lan)
    [raised] = said(desk.get(f"/cb/ho-so/{file.code}/tham-van/")).split(f"{where}")[1:2]
    page = f"{where}{raised[:36]}/"

    answered = desk.post(page, {"risk": "now", "version": file.version})

    assert answered.status_code == 302, said(answered)
    assert "bị dụ dỗ" in said(desk.get(page))


def test_a_colleague_is_invited_says_yes_and_one_ends_it(client, thao):
    van = make.counsellor(thao, "Vân")
    signed_in(client, thao).post("/cb/tham-van/giam-sat/", {"supervisor": str(van.pk)})
    made = one(thao, Supervision)
    desk = signed_in(client, van)
    assert "Bạn giám sát Thảo" in said(desk.get("/cb/tham-van/"))

    desk.post(f"/cb/tham-van/giam-sat/{made.pk}/nhan-loi/")
    assert one(thao, Supervision).agreed_at

    desk.post(f"/cb/tham-van/giam-sat/{made.pk}/thoi/")
    assert one(thao, Supervision).ended_at
    assert desk.post(f"/cb/tham-van/giam-sat/{made.pk}/thoi/").status_code == 404


def test_the_desk_says_whom_she_sees_next_and_hands_on(client, file, thao, here):
    course = make.begun(file, thao)
    make.written(course, thao, next_on=clock.today() + timedelta(days=7))
    ha, desk = make.counsellor(thao, "Hà"), signed_in(client, thao)
    assert file.code in said(desk.get("/cb/tham-van/"))

    desk.post(f"{here}dot/{course.pk}/ban-giao/", {"to": str(ha.pk)})

    assert file.code not in said(desk.get("/cb/tham-van/"))
    assert file.code in said(signed_in(client, ha).get("/cb/tham-van/"))


def test_a_group_from_beginning_to_end(client, file, thao):
    desk, groups = signed_in(client, thao), "/cb/tham-van/nhom/"
    about = {"theme": "parents", "room": "phòng số 2", "seats": "4"}
    desk.post(groups, {**about, **a_day("begins_on", clock.today())})
    group = f"{groups}{one(thao, Group).pk}/"
    assert "mã này" in said(desk.post(f"{group}cho/", {"code": "KN-26-ZZZZ", "told": "no"}))
    desk.post(f"{group}cho/", {"code": file.code, "told": "yes"})
    seat = one(thao, Seat)

    held = {"minutes": "60", "came": [str(seat.pk)], "words": make.SECRET}
    desk.post(group, {**held, **a_day("held_on", clock.today())})

    page = said(desk.get(group))
    assert "đã đến 1 buổi" in page and "1 trên 4 chỗ" in page
    [meeting] = [part[:36] for part in page.split(f"{group}buoi/")[1:]]
    assert make.SECRET in said(desk.get(f"{group}buoi/{meeting}/"))
    desk.post(f"{group}cho/{seat.pk}/thoi/")
    desk.post(f"{group}ket-thuc/")
    assert "đã kết thúc" in said(desk.get(group))


def test_what_is_over_is_said_on_the_page(client, file, thao, here):
    course = make.begun(file, thao)
    sitting = make.written(course, thao)
    desk = signed_in(client, thao)

    desk.post(f"{here}buoi/{sitting.pk}/ghi-nham/")
    desk.post(f"{here}dot/{course.pk}/ket-thuc/")

    page = said(desk.get(f"{here}dot/{course.pk}/"))
    assert "ghi nhầm" in page and "Đã kết thúc." in page


def test_the_lead_reads_numbers_and_small_ones_are_hidden(client, lan, thao):
    lead = agencies.member(thao.agency, role="lead", name="Hạnh")
    group = make.group(thao, seats=9)
    for number in range(4):
        file = files.case(lan)
        make.opened(file, thao.agency)
        make.written(make.begun(file, thao), thao)
        if number < 2:
            make.met(group, make.seated(group, file, thao), by=thao)
    desk, page = signed_in(client, lead), "/cb/tham-van/so-lieu/"
    assert "ẩn" in said(desk.get(page)).split("<tbody", 1)[1]

    file = files.case(lan)
    make.opened(file, thao.agency)
    make.written(make.begun(file, thao), thao)

    told = said(desk.get(page)).split("<tbody", 1)[1]
    assert re.findall(r"<td[^>]*>(\d+)</td>", told)[-3:] == ["7", "345", "5"]
    assert desk.get(f"{page}?nam=1").status_code == 404
    assert signed_in(client, thao).get(page).status_code == 404
