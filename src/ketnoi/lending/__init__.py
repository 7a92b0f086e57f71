"""Lending (vay vốn): loans to a woman with a file, and the savings groups of a village.

Owns: loans with their schedules, what was paid back, relief and forgiveness; savings groups with
their box and the sharing out.
Never: why she has a file, or money that is given for good (see `support`).
"""
