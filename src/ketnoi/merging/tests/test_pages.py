"""The pages: choosing the other file, both side by side, taking it back."""

import pytest
from django.urls import reverse

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.tests import make as files
from ketnoi.foundation.guard.context import reading
from ketnoi.foundation.trail.models import Line
from ketnoi.merging.models import Merge
from ketnoi.merging.tests import make

pytestmark = pytest.mark.django_db

UNKNOWN = "Không có hồ sơ nào bạn gộp được với mã này."


@pytest.fixture
def lan():
    return agencies.member()


@pytest.fixture
def into(lan):
    return files.case(lan, phone=files.PHONE, risk="medium")


@pytest.fixture
def away(lan):
    return files.case(lan, phone=files.PHONE, paper=files.PAPER, risk="high")


@pytest.fixture
def desk(client, lan):
    return agencies.signed_in(client, lan)


def choosing(case):
    return reverse("merging:choose", args=[case.code])


def comparing(into, away):
    return reverse("merging:compare", args=[into.code, away.code])


def looks(member, case):
    with reading(member):
        found = Line.objects.filter(chain=case.pk).looks().order_by("seq")
        return list(found.values_list("verb", flat=True))


def answered(desk, into, away, lan, **said):
    stamp = make.stamp(into, away, lan)
    typed = {"stamp": stamp, "reason": "she_said", "words": "", "risk": "ours", **said}
    return desk.post(comparing(into, away), typed)


def test_the_page_of_a_file_leads_there(desk, into):
    page = desk.get(reverse("pathway:case", args=[into.code])).content.decode()

    assert choosing(into) in page
    assert "Hồ sơ này trùng với hồ sơ khác" in page


def test_likely_files_are_offered_with_their_reasons(desk, into, away):
    page = desk.get(choosing(into)).content.decode()

    assert comparing(into, away) in page
    assert "Trùng số điện thoại" in page


def test_a_code_leads_to_both_files_side_by_side(desk, into, away):
    page = desk.post(choosing(into), {"code": f" {away.code.lower()} "})

    assert page.url == comparing(into, away)


@pytest.mark.parametrize("hidden", [True, False])
def test_a_file_of_others_is_as_if_it_were_not_there(desk, into, hidden):
    code = files.case(agencies.member()).code if hidden else "KN-26-ZZZZ"

    page = desk.post(choosing(into), {"code": code})

    assert page.status_code == 422
    assert UNKNOWN in page.content.decode()
    assert desk.get(reverse("merging:compare", args=[into.code, code])).status_code == 404


def test_the_file_itself_is_no_twin(desk, into):
    page = desk.post(choosing(into), {"code": into.code})

    assert "Đây là cùng một hồ sơ." in page.content.decode()


def test_a_file_merged_before_is_no_twin_of_its_own(desk, into, away, lan):
    make.merged(into, away, by=lan)

    page = desk.post(choosing(into), {"code": away.code})

    assert "Đây là cùng một hồ sơ." in page.content.decode()


def test_side_by_side_shows_both_and_no_number(desk, into, away):
    page = desk.get(comparing(into, away)).content.decode()

    assert {into.code, away.code} <= set(page.replace("<", " ").replace(">", " ").split())
    assert "Vừa" in page
    assert "Cao" in page
    assert "trùng" in page
    for number in (files.PHONE, files.PHONE[3:], "0912 345 678", files.PAPER):
        assert number not in page


def test_looking_at_both_leaves_a_line_in_each(desk, into, away, lan):
    desk.get(comparing(into, away))

    assert looks(lan, into) == ["merge.compared"]
    assert looks(lan, away) == ["merge.compared"]


def test_where_they_differ_somebody_chooses_and_the_greater_danger_is_ticked(desk, into, away):
    page = desk.get(comparing(into, away))

    form = page.context["form"]
    assert list(form.fields) == ["risk", "reason", "words"]
    assert form["risk"].initial == "theirs"


def test_the_form_merges_and_the_old_address_shows_the_open_file(desk, into, away, lan):
    page = answered(desk, into, away, lan)

    assert page.url == reverse("pathway:case", args=[into.code])
    old = desk.get(reverse("pathway:case", args=[away.code])).content.decode()
    assert f"<h1>{into.code}" in old
    assert "Hồ sơ đã gộp vào đây" in old
    assert "Gộp hồ sơ khác vào hồ sơ này" in old


def test_without_a_reason_nothing_is_merged(desk, into, away, lan):
    page = answered(desk, into, away, lan, reason="")

    assert page.status_code == 422
    with reading(lan):
        assert not Merge.objects.exists()


def test_what_changed_meanwhile_is_shown_again(desk, into, away, lan):
    page = answered(desk, into, away, lan, stamp="1.1.1.0")

    assert page.status_code == 422
    assert "vừa được sửa" in page.content.decode()


def test_both_names_are_seen_behind_a_reason(desk, into, away, lan):
    make.merged(into, away, by=lan)

    url = reverse("cases:reveal", args=[into.code, "giay-to"])
    page = desk.post(url, {"reason": "check"}).content.decode()

    assert files.PAPER in page


def test_a_yes_of_the_merged_file_says_which_file_it_is_for(desk, into, away, lan):
    files.consent(away, agencies.agency("shelter"), by=lan)
    make.merged(into, away, by=lan)

    page = desk.get(reverse("cases:consents", args=[into.code])).content.decode()

    assert f"chỉ hồ sơ {away.code}" in page


def test_it_is_taken_back_on_its_own_page(desk, into, away, lan):
    made = make.merged(into, away, by=lan)
    url = reverse("merging:undo", args=[into.code, made.pk])
    assert "lại mở riêng" in desk.get(url).content.decode()

    page = desk.post(url)

    assert page.url == reverse("pathway:case", args=[into.code])
    with reading(lan):
        assert Merge.objects.get().undone_by_id == lan.pk


def test_nobody_else_sees_the_merge(client, into, away, lan):
    made = make.merged(into, away, by=lan)
    other = agencies.signed_in(client, agencies.member())

    assert other.get(reverse("merging:undo", args=[into.code, made.pk])).status_code == 404
