"""Rounds (đợt ghép): who looks for a living and what is on offer, matched together for a province.

Owns: a round with its published seed and coarse numbers, what it says in each file.
Never: a word to a partner; a round asks her officer to ask her, and outside her file names nobody.
"""
