"""Reasons in words: every rule has its sentence, and each reader gets his."""

import json
import subprocess
import sys
from pathlib import Path

import ketnoi
from ketnoi.matching import queries
from ketnoi.matching.queries import Audience
from ketnoi.matching.rules import fitting, meeting, reasons
from ketnoi.matching.terms import Counted, IfOnly, InTheWay, Meets
from ketnoi.matching.tests import make


def made(seekers, offers):
    return queries.round_of(seekers, offers, make.GROUND, make.DAY, "2026-12-05")


def test_every_rule_has_its_words():
    assert {*fitting.RULES, reasons.NOT_THIS_TIME} == set(InTheWay.values)
    assert set(fitting.RULES) == set(IfOnly.values)
    assert set(meeting.MEETS) == set(Meets.values)
    assert set(Counted.values) == {"placed", "wish", "urgency", "near"}
    assert set(fitting.RULES) >= fitting.SAFETY | fitting.SECRET


def test_a_refusal_says_what_would_have_to_be_otherwise():
    mother = make.seeker("w0", needs_childcare=True)
    offers = [make.offer(f"o{n}", places=n + 1) for n in range(3)]

    assert queries.why(made([mother], offers), "w0", Audience.FILE) == [
        "Đợt này chưa có nơi nào phù hợp.",
        "Thêm 6 chỗ ở 3 nơi sẽ phù hợp nếu có nơi gửi con.",
    ]


def test_a_refusal_says_who_needed_it_sooner():
    women = [make.seeker("w0"), make.seeker("w1", urgency=3)]

    assert queries.why(made(women, [make.offer()]), "w0", Audience.FILE) == [
        "Có 1 nơi phù hợp, 1 chỗ, đều đã đề xuất cho người khác: "
        "1 chỗ cho người cần gấp hơn, 0 chỗ cho người cần gấp như chị ấy."
    ]
    assert queries.why(made(women, [make.offer()]), "w0", Audience.OUTSIDE) == [
        "Đợt này chưa ghép được."
    ]


def test_a_proposal_says_what_she_finds_there():
    mother = make.seeker("w0", needs_childcare=True, farthest_km=5)
    told = made([mother], [make.offer(has_childcare=True)])

    assert queries.shortlist(told, "w0") == ["o"]
    assert queries.why(told, "w0", Audience.OUTSIDE) == [
        "Phù hợp vì: đúng loại hỗ trợ chị ấy muốn, không xa hơn mức chị ấy đi được, có nơi gửi con."
    ]
    assert len(queries.why(told, "w0", Audience.FILE)) == 2


def test_outside_her_file_an_unsafe_place_is_only_not_hers_this_time():
    told = made([make.seeker("w0", avoids=frozenset({"a"}))], [make.offer()])

    assert queries.why_not(told, "w0", "o", Audience.OUTSIDE) == [
        "Đợt này chưa ghép được với nơi này."
    ]
    assert "cần tránh" in queries.why_not(told, "w0", "o", Audience.FILE)[0]


def test_where_two_rules_stand_in_the_way_both_are_said():
    told = made([make.seeker("w0", age=16, needs_childcare=True)], [make.offer(min_age=18)])

    assert queries.why(told, "w0", Audience.FILE)[1].startswith("Nơi gần phù hợp nhất còn vướng:")


def test_a_floor_nobody_can_reach_is_said_to_the_coordinator():
    women = [
        make.seeker(f"w{n}", groups=frozenset({"khmer"}), needs_childcare=n < 30) for n in range(40)
    ]
    women += [make.seeker(f"x{n}", commune="c") for n in range(40)]
    told = made(women, [make.offer(places=60)])

    assert queries.floors_missed(told) == [
        "Nhóm khmer thiếu 13 người để đạt mức sàn; không có thêm chỗ nào phù hợp."
    ]


def test_one_more_place_names_women_by_their_ids():
    told = made([make.seeker("w0"), make.seeker("w1", urgency=1)], [make.offer()])

    assert queries.one_more(told, "o").placed == ("w0",)


def test_a_page_about_one_woman_loads_no_solver():
    """Thirty megabytes for each process of the web server: rounds belong to the worker."""
    said = "import sys, ketnoi.matching.queries as q; print({'numpy', 'highspy'} & {*sys.modules})"

    home = str(Path(ketnoi.__file__).parents[1])
    run = {"capture_output": True, "text": True, "check": True, "env": {"PYTHONPATH": home}}
    found = subprocess.run([sys.executable, "-c", said], **run)

    assert found.stdout.strip() == "set()"


def test_what_her_file_kept_makes_the_same_sentences_again():
    women = [make.seeker("w0"), make.seeker("w1", urgency=3), make.seeker("w2", age=16)]
    told = made(women, [make.offer(), make.offer("o1", min_age=18, has_childcare=True)])

    for woman in women:
        kept = json.loads(json.dumps(queries.kept_of(told, woman.id)))
        assert queries.said(kept) == queries.why(told, woman.id, Audience.FILE)


def test_the_most_awaited_offer_is_the_one_that_most_would_take():
    women = [make.seeker(f"w{n}", wants=("job",)) for n in range(4)]
    told = made(women, [make.offer("a", kind="loan"), make.offer("b")])

    assert queries.awaited_at(told) == {"b": 3, "a": 0}
    assert len(queries.one_more(told, "b", 2).placed) == 2


def test_how_each_group_fared_is_counted():
    women = [make.seeker(f"w{n}", groups=frozenset({"khmer"} if n < 3 else ())) for n in range(6)]
    [khmer] = queries.shares(made(women, [make.offer(places=4)]))

    assert (khmer.group, khmer.women) == ("khmer", 3)
    assert 1 <= khmer.placed <= 3
