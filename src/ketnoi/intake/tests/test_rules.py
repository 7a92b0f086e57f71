"""What is danger in somebody's own words, and when a request to be called may end."""

import pytest

from ketnoi.intake import rules
from ketnoi.intake.terms import Attempt, CallbackOutcome


@pytest.mark.parametrize(
    "text",
    [
        "Cứu em với",
        "chồng đang đánh em",
        "nó dọa giết cả nhà",
        "em bị nhốt trong phòng",
        "em muốn tự tử",
        "CUU TOI",
        "please help me",
        "ជួយផង",
    ],
)
def test_danger_is_heard_with_marks_and_without(text):
    assert rules.says_danger(["", text])


@pytest.mark.parametrize(
    "text", ["", "9 đến 11 giờ", "lúa chín", "gọi cô Cúc ở trạm y tế", "chị Giết Tơ? không, chị Tư"]
)
def test_a_quiet_word_is_no_alarm(text):
    assert not rules.says_danger([text])


def test_nobody_is_given_up_before_three_calls():
    tried = ["no_answer"]

    assert not rules.may_end(outcome="unreached", tries=tried)
    assert not rules.may_end(outcome="unreached", tries=tried * 2)
    assert rules.may_end(outcome="unreached", tries=tried * 3)
    assert not rules.may_end(outcome="unreached", tries=[*tried * 3, "talked"])


def test_each_end_has_a_call_that_bears_it_out_and_none_ends_without_one():
    for outcome in CallbackOutcome:
        assert not rules.may_end(outcome=outcome, tries=[])
        assert any(rules.may_end(outcome=outcome, tries=[one] * 3) for one in Attempt.values)
