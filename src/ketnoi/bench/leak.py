"""`ketnoi bench leak [--quick]`: what a thief of the tags learns without the key."""

import argparse
import os
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

from ketnoi.bench.figures import Figure, passed, verdict
from ketnoi.bench.house import say

QUICK, FULL = (20_000,), (20_000, 1_000_000)
SEEDS = (11, 12, 13)
OF_THE_PUBLIC = 1_000_000
MOST_BROKEN = {20_000: 1.0, 1_000_000: 3.0}
LEAST_BITE = 50.0
CELLS_ATTACKED = 4
NOTES = """\
per cent of people whose every tag is guessed by rank and co-occurrence matching, mean of the seeds
the attacker has an independent sample of a million names and years, and is told each tag's cell
attacked: the largest cells, which are the weakest; the tags are those the search uses
bigrams: the same attack on keyed pairs of letters of the same people: it is known to bite
composites: four whole keys of a name with its year and no partition, as linkage has them
not reached: typed with slips, none of her tags is asked for, so that no search finds her"""


def run(arguments: list[str]) -> int:
    """Attack and say what it brought."""
    parser = argparse.ArgumentParser(prog="ketnoi bench leak", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="20.000 người / people")
    told = parser.parse_args(arguments)
    _ready()
    sizes = QUICK if told.quick else FULL
    print(NOTES)
    figures = [figure for size in sizes for figure in _of_size(size)]
    print("\n".join(figure.line for figure in figures))
    print(verdict(figures))
    return 0 if passed(figures) else 1


def _ready() -> None:
    """Settings and a key that nobody else has: nothing here touches an installation."""
    import django

    from ketnoi.foundation.crypto import keyfile, tell

    folder = Path(tempfile.mkdtemp(prefix="ketnoi-leak-"))
    keyfile.create(folder / "keys")
    os.environ |= {"KETNOI_KEYS": str(folder / "keys"), "KETNOI_DIR": str(folder)}
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ketnoi.site.settings")
    os.environ.setdefault("DATABASE_URL", "postgresql:///nowhere")
    django.setup()
    tell("")


def _of_size(size: int) -> Iterator[Figure]:
    found: dict[str, list[float]] = defaultdict(list)
    for seed in SEEDS:
        for name, broken in _attacked(size, seed).items():
            found[name].append(100 * broken)
        say(f"{size}, {seed}: {found['pairs'][-1]:.2f} % / {found['bigrams'][-1]:.2f} %")
    ours, bite = mean(found["pairs"]), mean(found["bigrams"])
    facts = {"ratio": bite / ours if ours else None, "peer": round(bite, 2)}
    yield Figure(f"{size}.people_pct", ours, MOST_BROKEN[size], must=True, **facts)
    yield Figure(f"{size}.rank_only_pct", mean(found["rank"]))
    yield Figure(f"{size}.bigrams_spared_pct", 100 - bite, 100 - LEAST_BITE, must=True)
    yield from _beside_composites(size, ours, found)


def _beside_composites(size: int, ours: float, found: dict[str, list[float]]) -> Iterator[Figure]:
    """The other exact tags: what they lose and what they tell, beside those that are in use."""
    unmet, other = (100 - mean(found[f"reached_{way}"]) for way in ("pairs", "composites"))
    for what, mine, peer in (
        ("people_pct", ours, mean(found["composites"])),
        ("not_reached_pct", unmet, other),
    ):
        ratio = peer / mine if mine else None
        yield Figure(f"{size}.{what} / composites", mine, ratio=ratio, peer=round(peer, 2))


def _attacked(size: int, seed: int) -> dict[str, float]:
    from ketnoi.bench import composites, guessing
    from ketnoi.bench.stolen import Stolen, known_of

    stolen = Stolen(size, seed, cells=CELLS_ATTACKED)
    public = known_of(stolen.years, size=OF_THE_PUBLIC, seed=seed + 1000)
    shares: dict[str, float] = defaultdict(float)
    everybody = sum(map(len, stolen.cells.values()))
    for (year, _cell), people in stolen.cells.items():
        for name, way in (("pairs", guessing.attack), ("rank", guessing.by_rank_only)):
            broken = way(people, public[year], stolen.truth.get).people
            shares[name] += broken * len(people) / everybody
    letters = guessing.attack(*stolen.bigrams(), truth=stolen.letters.get)
    return {
        **shares,
        "bigrams": letters.people,
        "composites": composites.broken(size, seed, of_the_public=OF_THE_PUBLIC),
        **{f"reached_{way}": share for way, share in composites.reached(seed).items()},
    }
