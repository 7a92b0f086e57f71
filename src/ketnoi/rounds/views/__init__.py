"""Pages of rounds."""

from ketnoi.rounds.views.hers import hers, take_up
from ketnoi.rounds.views.rounds import announce, begin, call_off, one_round, rounds

__all__ = ["announce", "begin", "call_off", "hers", "one_round", "rounds", "take_up"]
