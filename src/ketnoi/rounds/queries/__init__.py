"""What pages and other domains may ask about rounds."""

from ketnoi.matching.queries import Unsafe
from ketnoi.rounds.queries.gathering import Gathered, gathered, made, more_places, numbers_of
from ketnoi.rounds.queries.hers import (
    NearOffer,
    Said,
    ends_as,
    near_offers,
    result_in,
    said_in,
    standing_in,
    standing_of_holder,
)
from ketnoi.rounds.queries.published import (
    Lack,
    Line,
    choice_in_words,
    is_stuck,
    lacks_of,
    lines_of,
    round_of_network,
    rounds,
    to_run,
    under_way,
)

__all__ = [
    "Gathered",
    "Lack",
    "Line",
    "NearOffer",
    "Said",
    "Unsafe",
    "choice_in_words",
    "ends_as",
    "gathered",
    "is_stuck",
    "lacks_of",
    "lines_of",
    "made",
    "more_places",
    "near_offers",
    "numbers_of",
    "result_in",
    "round_of_network",
    "rounds",
    "said_in",
    "standing_in",
    "standing_of_holder",
    "to_run",
    "under_way",
]
