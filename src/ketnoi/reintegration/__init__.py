"""Reintegration (tái hòa nhập): she lives her own life again, and is asked how it goes.

Owns: the follow-ups after 1, 3, 6 and 12 months, how each went, and what went wrong.
Never: what an agency gives her meanwhile (see `support` and `livelihood`).
"""
