"""Pages of livelihood."""

from ketnoi.livelihood.views.lists import add_list, bring, drop_list, one_list, template
from ketnoi.livelihood.views.offers import new_opportunity, opportunities, verify, withdraw
from ketnoi.livelihood.views.partners import candidate, candidates
from ketnoi.livelihood.views.placements import placement
from ketnoi.livelihood.views.profiles import profile, propose_here, suits
from ketnoi.livelihood.views.public import offers

__all__ = [
    "add_list",
    "bring",
    "candidate",
    "candidates",
    "drop_list",
    "new_opportunity",
    "offers",
    "one_list",
    "opportunities",
    "placement",
    "profile",
    "propose_here",
    "suits",
    "template",
    "verify",
    "withdraw",
]
