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
)
from ketnoi.cases.forms.person import (
    Adding,
    Addressing,
    Describing,
    Papering,
    Parting,
    Phoning,
    Representing,
    Tying,
)

__all__ = [
    "About",
    "Adding",
    "Addressing",
    "Agreement",
    "Attaching",
    "Colleague",
    "Describing",
    "Emergency",
    "Filter",
    "Papering",
    "Parting",
    "Phoning",
    "Representing",
    "Search",
    "Showing",
    "Verdict",
    "Tying",
    "Writing",
]
