"""Opportunities, what matters of her, placements and their steps, and what a partner is told."""

from ketnoi.livelihood.models.links import PartnerLink
from ketnoi.livelihood.models.offers import OfferList, Opportunity
from ketnoi.livelihood.models.placements import Candidate, Placement, PlacementStep
from ketnoi.livelihood.models.profiles import WorkProfile

__all__ = [
    "Candidate",
    "OfferList",
    "Opportunity",
    "PartnerLink",
    "Placement",
    "PlacementStep",
    "WorkProfile",
]
