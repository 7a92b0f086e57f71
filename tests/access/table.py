"""The matrix: which role, at which agency, may do what. `docs/permissions.md` says it in words.

An act is tried twice: as it is (the rules of `access.py` and row security together), and with
every rule of `access.py` answering yes (row security alone). `database` is who the database lets
through when nobody else asks.
"""

from tests.access import (
    at_the_lender,
    at_the_office,
    at_the_table,
    between_desks,
    by_link,
    in_her_file,
    in_the_house,
    in_the_network,
    to_a_partner,
    with_her_counsellor,
    with_the_public,
    with_tips,
    with_who_calls,
)

ACTS = (
    *in_her_file.ACTS,
    *between_desks.ACTS,
    *at_the_table.ACTS,
    *at_the_office.ACTS,
    *at_the_lender.ACTS,
    *in_the_house.ACTS,
    *with_her_counsellor.ACTS,
    *by_link.ACTS,
    *in_the_network.ACTS,
    *to_a_partner.ACTS,
    *with_the_public.ACTS,
    *with_tips.ACTS,
    *with_who_calls.ACTS,
)
