"""Counselling (tham vấn): sessions of one woman with one counsellor, and groups.

Owns: courses, sessions and their notes, who supervises whom, dangers that were raised, groups.
Never: a word of a note to anybody but the counsellor and the colleague who supervises her.
"""
