"""What fits, what is best and why, as pure functions on women and offers without names.

Source: the measurements of `./ketnoi bench match`; ADR 49.
"""
