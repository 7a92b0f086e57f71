"""Languages of a page: what is only a draft, and what is in another language than the page.

A Khmer string that no speaker has reviewed stands in the production catalogue as its Vietnamese
between two marks. `with_languages` turns the marks into `lang="vi"`, so that a screen reader
speaks it rightly.
"""

import re

from django.utils.translation import gettext

OPEN, CLOSE = "\ue000", "\ue001"
DRAFT = "languages.draft"
DRAFT_MARK = "[chờ người Khmer duyệt]"
TAGS = re.compile(r"(<[^>]*>)")
WORDS_ONLY = re.compile(r"<(/?)(title|option|textarea|script|style)\b", re.I)


def draft_mark() -> str:
    """The words that mark a page of unreviewed Khmer; nothing where there is nothing to mark."""
    words = gettext(DRAFT)
    return "" if words == DRAFT else words


def with_languages(page: str) -> str:
    """The page with `lang="vi"` around what is still in Vietnamese."""
    if OPEN not in page:
        return page
    parts, inside_words_only = [], False
    for part in TAGS.split(page):
        if element := WORDS_ONLY.match(part):
            inside_words_only = not element[1]
        parts.append(_without_marks(part) if inside_words_only or part[:1] == "<" else _said(part))
    return "".join(parts)


def _said(text: str) -> str:
    return text.replace(OPEN, '<span lang="vi">').replace(CLOSE, "</span>")


def _without_marks(text: str) -> str:
    return text.replace(OPEN, "").replace(CLOSE, "")
