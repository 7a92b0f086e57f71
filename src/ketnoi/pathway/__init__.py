"""The pathway (lộ trình): steps that cross domains, all of them or none.

Owns: the page of a file, which shows everything; accepting, withdrawing, following from afar.
Never: a rule of its own; each step here calls the actions of the domains it crosses.
"""
