"""What an officer is asked about a file and the person it is about."""

from ketnoi.cases.forms.file import (
    SPOKEN_WORDS,
    About,
    Agreement,
    Colleague,
    Filter,
    Search,
    Showing,
    Writing,
)
from ketnoi.cases.forms.person import Addressing, Describing, Papering, Phoning, Representing

__all__ = [
    "SPOKEN_WORDS",
    "About",
    "Addressing",
    "Agreement",
    "Colleague",
    "Describing",
    "Filter",
    "Papering",
    "Phoning",
    "Representing",
    "Search",
    "Showing",
    "Writing",
]
