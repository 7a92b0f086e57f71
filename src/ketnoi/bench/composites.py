"""The other way of making tags: a few whole keys of a name with its year, without partitions.

It is what linkage between lists uses; here it is held against the pairs that the search uses, for
what it finds and for what a thief learns from it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from statistics import mean

from ketnoi.bench import guessing
from ketnoi.bench.namesakes import Invented, Namesakes, Slips
from ketnoi.foundation.crypto import tags
from ketnoi.foundation.vietnamese import names

ASKED = 3_000
YEARS_ATTACKED = 2


def keys(name: str) -> frozenset[str]:
    """All tokens in order, the first with the last, the last two, and all but the first."""
    found = names.tokens(name)
    ways = (sorted(found), (found[0], found[-1]), found[-2:], found[1:] or found)
    return frozenset(f"{place}:{' '.join(way)}" for place, way in enumerate(ways))


def broken(size: int, seed: int, *, of_the_public: int) -> float:
    """The share of people whose every composite tag the attack guesses, in the largest years."""
    ours, public = _by_year(size, seed), _by_year(of_the_public, seed + 1000)
    largest = sorted(ours, key=lambda year: -len(ours[year]))[:YEARS_ATTACKED]
    return mean(_broken(ours[year], public[year], year) for year in largest)


def reached(seed: int) -> dict[str, float]:
    """The share of typed names under which at least one tag of hers is asked for, either way."""
    source, slips, found = Namesakes(seed), Slips(seed), Counter[str]()
    for _n in range(ASKED):
        who = source.draw()
        _kind, typed = slips.typed(who)
        near = abs(typed.year - who.year) <= 1
        found["pairs"] += near and _meet_in_pairs(who, typed)
        found["composites"] += near and bool(keys(who.name) & keys(typed.name))
    return {way: found[way] / ASKED for way in ("pairs", "composites")}


def _meet_in_pairs(who: Invented, typed: Invented) -> bool:
    hers, asked = set(names.pairs(names.tokens(who.name))), names.tokens(typed.name)
    if hers & {*names.pairs(asked), *names.asked_pairs(asked)}:
        return True
    rare = names.outside_the_list(names.tokens(who.name))
    return typed.year == who.year and bool(hers & set(names.near_pairs(asked, rare)))


def _by_year(size: int, seed: int) -> dict[int, list[frozenset[str]]]:
    found: dict[int, list[frozenset[str]]] = defaultdict(list)
    for who in _people(size, seed):
        found[who.year].append(keys(who.name))
    return found


def _people(size: int, seed: int) -> Iterator[Invented]:
    source = Namesakes(seed)
    return (source.draw() for _n in range(size))


def _broken(people: list[frozenset[str]], public: list[frozenset[str]], year: int) -> float:
    plain = {tags.tag("composite", f"{key}|{year}"): key for key in frozenset().union(*people)}
    keyed = {key: tag for tag, key in plain.items()}
    stolen = [frozenset(keyed[key] for key in of_one) for of_one in people]
    return guessing.attack(stolen, public, plain.get).people
