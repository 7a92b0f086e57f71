"""How people in Viet Nam write names, days, numbers and money, and how this system reads them.

Every `parse_…` returns a plain value or raises `Unreadable` with a sentence that says what to type.
The sentence never repeats what was typed.
"""

from ketnoi.foundation.vietnamese.unreadable import Unreadable

__all__ = ["Unreadable"]
