"""Public forms under a flood: no picture to read, no cookie, no script, and nobody is named.

Who sends a form at ease is asked nothing. Where too much comes from one network, or from all, one
step more is asked: to wait a moment and press again, or the device works for a second by itself.
"""

from ketnoi.foundation.flood.form import PublicForm
from ketnoi.foundation.flood.gate import counted, is_heavy, once_more

__all__ = ["PublicForm", "counted", "is_heavy", "once_more"]
