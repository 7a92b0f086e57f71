"""Blocking (không được xem): who must not know of a file, whatever else would let him in.

Owns: which agencies and members are blocked from a file, why, who did it and who took it back.
Never: tells anybody that he is blocked, or opens anything by itself when a block is taken back.
"""
