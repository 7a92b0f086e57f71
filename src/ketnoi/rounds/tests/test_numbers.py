"""What a round's page tells: shares with how sure they are, lacks, and nobody one could know."""

import json
from datetime import date

from ketnoi.matching import queries as matching
from ketnoi.matching.tests import make as scenes
from ketnoi.rounds.queries import gathering

FEWEST, MORE = 5, 5
DAY = date(2026, 12, 5)


def made(women, offers):
    return matching.round_of(women, offers, scenes.GROUND, DAY, "seed")


def many(count, start=0, **told):
    return [scenes.seeker(f"HS-{n:04}", **told) for n in range(start, start + count)]


def khmer(count, start, **told):
    return many(count, start, groups=frozenset({"people:khmer"}), **told)


def test_shares_are_told_for_all_and_for_groups_that_are_large_enough():
    women = [*many(30), *khmer(20, 30), *many(3, 50, groups=frozenset({"people:hoa"}))]
    shares = gathering._shares(made(women, [scenes.offer(places=20)]), FEWEST)

    assert [one["group"] for one in shares] == ["all", "people:khmer"]
    assert shares[0]["low"] <= 100 * 20 / 53 <= shares[0]["high"]
    assert shares[1]["is_reached"]


def test_a_group_of_which_all_got_a_place_or_none_is_not_told():
    """Who knows that somebody belongs to it would know that she looked, and what came of it."""
    women = [*many(30), *khmer(8, 30, urgency=3), *many(8, 40, groups=frozenset({"people:hoa"}))]
    hoa = [w for w in women if "people:hoa" in w.groups]
    barred = [scenes.seeker(w.id, groups=w.groups, wants=("loan",)) for w in hoa]
    women = [w for w in women if w not in hoa] + barred

    shares = gathering._shares(made(women, [scenes.offer(places=20)]), FEWEST)

    assert [one["group"] for one in shares] == ["all"]


def test_lacks_are_told_in_steps_and_small_ones_are_not():
    women = [*many(12, wants=("job",)), *many(3, 20, wants=("loan",))]
    offers = [scenes.offer("o1"), scenes.offer("o2", kind="loan")]

    assert gathering._wanted(made(women, offers), FEWEST, MORE) == [{"offer": "o1", "helps": 5}]


def test_no_number_names_a_woman_and_none_is_an_exact_count():
    women, offers = [*many(23), *khmer(18, 30)], [scenes.offer(places=17)]
    best = made(women, offers)

    told = json.dumps([gathering._shares(best, FEWEST), gathering._wanted(best, FEWEST, MORE)])

    assert "HS-" not in told
    numbers = [int(n) for n in told.replace("}", " ").replace(",", " ").split() if n.isdigit()]
    assert {number % 5 for number in numbers} == {0}


def test_with_one_place_she_must_avoid_more_or_less_the_page_says_the_same():
    """Danger of one woman moves nothing that is told outside."""
    women, offers = many(40), [scenes.offer(places=15)]
    unsafe = [scenes.seeker("HS-0000", avoids=frozenset({"a"})), *women[1:]]

    one, other = (
        (gathering._shares(b, FEWEST), gathering._wanted(b, FEWEST, MORE))
        for b in (made(women, offers), made(unsafe, offers))
    )
    assert one == other
