"""The demo: invented people, and stories in which every state of the system is there to see.

Owns: no table; it tells its stories through the actions of the domains, on its own calendar.
Never: a real person, number or address; a row that no action wrote; a line about violence.
"""

from ketnoi.demo.cast import people
from ketnoi.demo.loading import load

__all__ = ["load", "people"]
