"""Recognition (nhận ra): the same person met twice, in one agency or in two.

Owns: the question whether another agency supports her too, the other side's answer, introductions.
Never: links two agencies by itself, or tells one of them anything before she agreed in both.
"""
