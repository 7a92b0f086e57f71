"""What is asked about opportunities, about her, and at each step of a placement."""

from ketnoi.livelihood.forms.answers import (
    End,
    HerAnswer,
    OwnAnswer,
    PartnerAnswer,
    Pressing,
    Start,
)
from ketnoi.livelihood.forms.offers import BringList, Filter, NewOpportunity, Verifying
from ketnoi.livelihood.forms.profiles import Profile

__all__ = [
    "BringList",
    "End",
    "Filter",
    "HerAnswer",
    "NewOpportunity",
    "OwnAnswer",
    "PartnerAnswer",
    "Pressing",
    "Profile",
    "Start",
    "Verifying",
]
