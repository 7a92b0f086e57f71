"""The trail: one chain of lines per file, that nobody can change without it being noticed.

A line says who did what to which record and when. It holds ids and codes, never words about a
person, so that it may be kept after her data are gone.
"""

from ketnoi.foundation.trail.lines import Fact, append, look

__all__ = ["Fact", "append", "look"]
