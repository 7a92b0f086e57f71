"""Lists of returnees: good lines go in, flawed lines are told, nothing is half done."""

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.actor import System
from ketnoi.foundation.guard.context import acting
from ketnoi.linkage import actions, jobs, queries
from ketnoi.linkage.models import Pair, ReturneeList, Row
from ketnoi.linkage.rules import sheets
from ketnoi.linkage.terms import Flaw
from ketnoi.linkage.tests import make
from ketnoi.people import actions as people
from ketnoi.people.models import DataKey

pytestmark = pytest.mark.django_db

LAN = ("Nguyễn Thị Lan", "12/03/1995", "0912 345 678", "094195012345", "")
SAME = ("NGUYEN THI LAN", "12/03/1995", "0912345678", "094195012345", "")
KHMER = ("ថាច់ សុខា", "1990", "", "", "")
MANY = 2000
FLAWED = (
    ("", "1990", "", "", ""),
    ("Trần Thị B", "2190", "", "", ""),
    ("Trần Thị C", "1990", "09l2 ba bốn", "", ""),
    ("Trần Thị D", "1990", "", "12345", ""),
    (" ".join(["Thạch"] * 50), "1990", "", "", ""),
)


@pytest.fixture
def lan():
    return agencies.member(role="caseworker")


def test_good_lines_go_in_and_each_flawed_one_is_told_with_its_reason(lan):
    source = make.brought([LAN, *FLAWED, KHMER], by=lan)

    with acting(lan):
        told = queries.flawed_rows(source)
        assert (source.good, source.bad, source.state) == (2, 5, "read")
        assert [number for number, _why in told] == [4, 5, 6, 7, 8]
        assert len({why for _number, why in told}) == 5
        assert [row["name"] for row in queries.first_rows(source)] == [LAN[0], KHMER[0]]


@pytest.mark.parametrize(
    "name", ["Nguye\u0302\u0303n  Thi\u0323  Lan ", "Út", "Srey Neang", "王美玲", "ថាច់ សុខា"]
)
def test_a_name_in_any_script_and_spelling_is_taken(lan, name):
    source = make.brought([(name, "1995", "", "", "")], by=lan)

    assert (source.good, source.bad) == (1, 0)


def test_excel_takes_a_number_for_an_amount_and_its_zero_comes_back(lan):
    source = make.brought([("Lan", 1995, 912345678, 94195012345, "")], by=lan)

    with acting(lan):
        [row] = queries.first_rows(source)
    assert (row["phone"], row["paper"]) == ("0912345678", "094195012345")


def test_a_worker_that_fell_goes_on_and_no_line_is_there_twice(lan, monkeypatch):
    monkeypatch.setattr(jobs, "SLICE", 2)
    source = actions.bring(content=make.sheet([LAN] * 7), by=lan, now=clock.now())
    judge = sheets.flaw

    def falls(row, today):
        with acting(lan):
            if Row.objects.filter(source=source).exists():
                raise MemoryError
        return judge(row, today=today)

    monkeypatch.setattr(sheets, "flaw", falls)
    with pytest.raises(MemoryError):
        jobs.read_list(list_id=str(source.pk), agency_id=str(source.agency_id))
    monkeypatch.setattr(sheets, "flaw", judge)

    with acting(lan):
        assert Row.objects.filter(source=source).count() == 2
    read = make.read(source, by=lan)

    assert (read.good, read.state) == (7, "read")


def test_what_is_no_list_is_refused_and_nothing_of_it_stays(lan):
    for content in (b"", b"MZ not a list", make.sheet([], heads=("A", "B"))):
        source = make.read(actions.bring(content=content, by=lan, now=clock.now()), by=lan)

        with acting(lan):
            assert source.state == "unreadable"
            assert not DataKey.objects.get(pk=source.key_id).wrapped


def test_of_a_list_that_is_too_long_nothing_is_taken_and_the_page_says_why(
    client, lan, monkeypatch
):
    monkeypatch.setattr(jobs, "SLICE", 2)
    monkeypatch.setattr(sheets, "MOST_ROWS", 5)
    whole = make.brought([LAN] * 5, by=lan)
    source = make.brought([LAN] * 6, by=lan)

    page = agencies.signed_in(client, lan).get(f"/cb/danh-sach/{source.pk}/").content.decode()

    assert (whole.state, whole.good) == ("read", 5)
    assert "Danh sách quá dài: hãy chia nhỏ" in page
    with acting(lan):
        assert (source.state, source.good, source.read_to) == ("too_long", 0, 0)
        assert not Row.objects.filter(source=source).exists()
        assert not DataKey.objects.get(pk=source.key_id).wrapped


def test_of_two_thousand_lines_three_in_a_hundred_are_broken_and_each_is_told(lan):
    broken = {n: FLAWED[n % len(FLAWED)] for n in range(7, MANY, MANY // 60)}
    lines = [broken.get(n, (f"Trần Thị Mai {n}", "1995", f"09{n:08}", "", "")) for n in range(MANY)]
    why = {code: str(Flaw(code).label) for code in Flaw}

    source = make.brought(lines, by=lan)

    wanted = ["no_name", "bad_year", "bad_phone", "bad_paper", "long_name"]
    with acting(lan):
        told = queries.flawed_rows(source)
        kept = [row.number for row in Row.objects.filter(source=source, flaw="")]
    first = 3
    assert told == [(n + first, why[wanted[n % len(FLAWED)]]) for n in broken]
    assert sorted(kept) == [n + first for n in range(MANY) if n not in broken]
    assert (source.state, source.good, source.bad) == ("read", MANY - len(broken), len(broken))
    assert not source.file


def test_nothing_is_compared_before_it_was_looked_at(lan):
    source = make.brought([LAN, SAME], by=lan)
    jobs.compare_list(list_id=str(source.pk), agency_id=str(source.agency_id))

    with acting(lan):
        assert Pair.objects.filter(source=source).count() == 0


def test_two_lines_and_a_person_who_is_supported_are_proposed_and_a_person_decides(lan):
    now = clock.now()
    her = people.take_down_person(by=lan, now=now, name="Nguyễn Thị Lan", birth_year=1995)
    people.note_paper(person=her, kind="cccd", number=LAN[3], by=lan, now=now)
    source = make.compared(make.brought([LAN, SAME, KHMER], by=lan), by=lan)

    with acting(lan):
        found = queries.pairs_to_decide(source)
        assert {f["pair"].person_id for f in found} == {None, her.pk}
        assert len(found) == 3
        assert all("Số căn cước trùng" in f["reasons"] for f in found)
        assert all(f["percent"] >= 95 for f in found)
        pair = found[0]["pair"]
    actions.decide(pair=pair, decision="same", by=lan, now=now)

    with acting(lan):
        assert queries.counted(source) == {"same": 1, "open": 2}
        assert Row.objects.filter(source=source).count() == 3


def test_comparing_twice_proposes_once(lan):
    source = make.compared(make.brought([LAN, SAME], by=lan), by=lan)
    jobs.compare_list(list_id=str(source.pk), agency_id=str(source.agency_id))

    with acting(lan):
        assert Pair.objects.filter(source=source).count() == 1


def test_two_citizens_numbers_that_differ_are_never_likely(lan):
    other = (*LAN[:3], "094195099999", "")
    source = make.compared(make.brought([LAN, other], by=lan), by=lan)

    with acting(lan):
        assert all(f["percent"] < 50 for f in queries.pairs_to_decide(source))


def test_a_list_that_is_destroyed_leaves_no_key_no_line_and_no_pair(lan):
    source = make.compared(make.brought([LAN, SAME], by=lan), by=lan)
    actions.destroy(source=source, by=lan)

    with acting(lan):
        assert not DataKey.objects.get(pk=source.key_id).wrapped
        assert not Row.objects.exists()
        assert not Pair.objects.exists()
        assert ReturneeList.objects.get(pk=source.pk).state == "destroyed"


def test_another_agency_sees_no_list_and_decides_nothing(lan):
    source = make.compared(make.brought([LAN, SAME], by=lan), by=lan)
    with acting(lan):
        pair = queries.pairs_to_decide(source)[0]["pair"]
    stranger = agencies.member(role="caseworker")

    with acting(stranger):
        assert queries.returnee_list(stranger, source.pk) is None
        assert not Row.objects.exists()
    with pytest.raises(Refused):
        actions.decide(pair=pair, decision="same", by=stranger, now=clock.now())


@pytest.mark.parametrize("role", ["volunteer", "coordinator", "admin"])
def test_who_works_on_no_files_brings_no_list(role):
    with pytest.raises(Refused):
        actions.bring(content=b"", by=agencies.member(role=role), now=clock.now())


def test_no_word_of_a_line_lies_open_in_the_database(lan):
    source = make.brought([LAN], by=lan)

    with acting(System(agency_id=source.agency_id)):
        [row] = Row.objects.filter(source=source).values_list("told", flat=True)
    assert b"Lan" not in bytes(row)
