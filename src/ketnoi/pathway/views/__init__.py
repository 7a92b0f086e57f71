"""The page of a file, and the buttons that cross domains."""

from ketnoi.pathway.views.asking import ask_several
from ketnoi.pathway.views.crossing import (
    accept,
    close,
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
    "ask_several",
    "case",
    "close",
    "follow",
    "mistaken",
    "propose",
    "recall",
    "redirect",
    "suits",
    "withdraw",
]
