"""Matching (ghép): which woman is proposed to which place, and the reason of every yes and no.

Owns: the rules of what fits, the best round, lots, fairness, prices of a rolling year, reasons.
Never: a table, a name, a file; it proposes to her officer, and she decides before a partner hears.
"""
