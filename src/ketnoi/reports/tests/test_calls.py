"""Calls are counted as 111 counts them, and nobody is known by a small number."""

import io
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from ketnoi.agencies.tests import make as agencies
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.intake.tests import answering as make
from ketnoi.intake.tests import calling
from ketnoi.reports import rules
from ketnoi.reports.queries import calls

FEWEST = 5


@given(st.dictionaries(st.text(max_size=2), st.integers(0, 12), max_size=7))
def test_no_small_number_is_told_or_follows_from_the_sum(counts):
    told, together = rules.told_lines(counts, fewest=FEWEST)

    assert all(count >= FEWEST for count in told.values())
    assert together == 0 or together >= FEWEST
    assert sum(told.values()) + together in {sum(counts.values()), 0}


def test_two_small_numbers_take_the_next_smallest_along():
    counts = {"a": 20, "b": 6, "c": 2, "d": 1}

    assert rules.told_lines(counts, fewest=FEWEST) == ({"a": 20}, 9)
    assert rules.told_lines({"a": 20, "b": 3, "c": 2}, fewest=FEWEST) == ({"a": 20}, 5)
    assert rules.told_lines({"a": 4}, fewest=FEWEST) == ({}, 0)


@pytest.mark.django_db
def test_leads_count_their_own_and_coordinators_all_of_months_that_are_over(client):
    us = calling.team()
    for outcome in ["advised"] * 6 + ["silent"]:
        make.ended(make.call(us.lan), us.lan, outcome, asks="violence")
    calling.on_duty(us.kim, us.hoa)
    make.ended(make.call(us.kim), us.kim, "hung_up", asks="abroad")
    later = clock.now() + timedelta(days=32)

    told = {}
    for member in (us.mai, us.hoa):
        with acting(member):
            assert calls.calls_told(member, now=clock.now()).total == 0
            told[member] = calls.calls_told(member, now=later)
    mine, all_of_them = told[us.mai], told[us.hoa]
    assert (mine.total, all_of_them.total) == (7, 8)
    tables = {table.title: table.lines for table in mine.tables}
    assert tables["Về việc gì"] == [("Bạo lực gia đình", 7)]
    assert tables["Kết quả cuộc gọi"] == [("Các mục ít hơn, cộng chung", 7)]
    [sheet] = load_workbook(io.BytesIO(calls.workbook(mine))).worksheets
    assert ("Bạo lực gia đình", 7) in list(sheet.values)

    assert agencies.signed_in(client, us.hoa).get("/cb/bao-cao/cuoc-goi/").status_code == 200
    assert client.get("/cb/bao-cao/cuoc-goi/tep/").status_code == 200
    assert agencies.signed_in(client, us.lan).get("/cb/bao-cao/cuoc-goi/").status_code == 404
