"""Names: which tokens are kept, which spellings are the same, which slips are one letter."""

import random
import unicodedata

import pytest

from ketnoi.foundation.vietnamese import names

LETTERS = "abcdeghiklmnopqrstuvxy"


@pytest.mark.parametrize(
    ("name", "tokens"),
    [
        ("Nguyễn Thị Thu Hương", ["nguyen", "thu", "huong"]),
        ("  NGUYỄN   thị\tHƯƠNG ", ["nguyen", "huong"]),
        ("Nguyễn Văn An", ["nguyen", "an"]),
        ("Nguyễn Thị Vân", ["nguyen", "van"]),
        ("Thị Lan", ["lan"]),
        ("Thị", ["thi"]),
        ("H'Nhuôl Êban", ["h", "nhuol", "eban"]),
        ("Sô-Phol (Thạch)", ["so", "phol", "thach"]),
        ("សុខ ស្រីនាង", ["សុខ", "ស្រីនាង"]),
        ("", []),
        ("!!! ---", []),
    ],
)
def test_the_tokens_of_a_name(name, tokens):
    assert names.tokens(name) == tokens
    assert names.tokens(unicodedata.normalize("NFD", name)) == tokens


def test_a_very_long_name_keeps_its_family_and_its_end():
    found = names.tokens(" ".join(f"tên{n}" for n in range(50)))

    assert len(found) == names.MOST_TOKENS
    assert (found[0], found[-1]) == ("ten0", "ten49")


def test_pairs_have_no_order():
    assert set(names.pairs(["nguyen", "thu", "huong"])) == set(
        names.pairs(["huong", "nguyen", "thu"])
    )
    assert names.pairs(["lan"]) == [("", "lan")]
    assert names.pairs([]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("huynh", "hoang"), ("vo", "vu"), ("my", "mi"), ("ly", "li"), ("van", "vang"),
        ("dung", "vung"), ("giang", "vang"), ("sinh", "xinh"), ("chang", "trang"), ("cat", "cac"),
    ],
)  # fmt: skip
def test_southern_spellings_are_known(one, other):
    assert other in names.spellings(one)
    assert one in names.spellings(other)


@pytest.mark.parametrize(
    ("one", "other", "off"),
    [
        ("huong", "huon", True), ("huong", "houng", True), ("huong", "huonng", True),
        ("huong", "nuong", True), ("huong", "huong", False), ("huong", "hoa", False),
        ("ab", "ba", True), ("abc", "cba", False), ("", "a", True),
    ],
)  # fmt: skip
def test_one_letter_off(one, other, off):
    assert names.is_one_letter_off(one, other) is off
    assert names.is_one_letter_off(other, one) is off


def slip(word, chance):
    at, letter = chance.randrange(len(word)), chance.choice(LETTERS)
    return chance.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
        ]
    )


def test_every_slip_of_the_hand_leads_back_to_the_syllable():
    chance = random.Random(26)  # noqa: S311 - the same slips each time
    longer = sorted(word for word in names.syllables() if len(word) > 2)

    slipped = [(word, slip(word, chance)) for word in chance.sample(longer, 500)]

    lost = [(w, s) for w, s in slipped if w != s and w not in names.one_letter_off(s)]
    assert lost == []


def test_a_token_outside_the_list_is_found_when_it_is_known():
    assert names.one_letter_off("phon", {"phol"}) and "phol" in names.one_letter_off(
        "phon", {"phol"}
    )
    assert "phol" not in names.one_letter_off("phon")
    assert names.outside_the_list(["nguyen", "phol"]) == {"phol"}


def test_nobody_is_called_by_her_family_name_unless_it_is_all_there_is():
    assert names.callable_by(["nguyen", "ngoc", "mai"]) == ["ngoc", "mai"]
    assert names.callable_by(["mai"]) == ["mai"]
    assert names.callable_by(["ngoc", "mai"]) == ["ngoc", "mai"]
