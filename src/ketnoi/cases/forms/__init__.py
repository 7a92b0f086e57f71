"""What an officer is asked about a file and the person it is about."""

from ketnoi.cases.forms.file import (
    About,
    Agreement,
    Attaching,
    Colleague,
    Emergency,
    Filter,
    Search,
    Showing,
    Verdict,
    Writing,
    spoken_words,
)
from ketnoi.cases.forms.person import Addressing, Describing, Papering, Phoning, Representing

__all__ = [
    "About",
    "Addressing",
    "Agreement",
    "Attaching",
    "Colleague",
    "Describing",
    "Emergency",
    "Filter",
    "Papering",
    "Phoning",
    "Representing",
    "Search",
    "Showing",
    "Verdict",
    "Writing",
    "spoken_words",
]
