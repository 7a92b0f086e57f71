"""Learning (kiến thức): what everybody may read before going away, and six questions to ask.

Owns: the texts of public knowledge pages with their sources and days, the check of an invitation,
    cards to print.
Never: who read a page, what somebody answered, a law of its own (the law is asked).
"""
