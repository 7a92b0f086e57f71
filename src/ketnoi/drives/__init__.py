"""Drives (vận động nguồn lực): what is needed where, who gives it, what came and where it went.

Owns: drives of an agency, what they need and its book, pledges, the public page of needs, evidence.
Never: somebody who is helped (what she is given is written in her file by `support`), or money
(see the funds of `support`).
"""
