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
from ketnoi.livelihood.forms.public import NearMe

__all__ = [
    "BringList",
    "End",
    "Filter",
    "HerAnswer",
    "NearMe",
    "NewOpportunity",
    "OwnAnswer",
    "PartnerAnswer",
    "Pressing",
    "Profile",
    "Start",
    "Verifying",
]
