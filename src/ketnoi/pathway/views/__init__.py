"""The page of a file, and the buttons that cross domains."""

from ketnoi.pathway.views.asking import ask_several
from ketnoi.pathway.views.closing import agree_to_close, close, closing, drop_closing
from ketnoi.pathway.views.crossing import (
    accept,
    follow,
    mistaken,
    propose,
    recall,
    suits,
    withdraw,
)
from ketnoi.pathway.views.file import case
from ketnoi.pathway.views.redirecting import redirect

__all__ = [
    "accept",
    "agree_to_close",
    "ask_several",
    "case",
    "close",
    "closing",
    "drop_closing",
    "follow",
    "mistaken",
    "propose",
    "recall",
    "redirect",
    "suits",
    "withdraw",
]
