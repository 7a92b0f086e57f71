"""What public pages really say, in each language: they are read as a visitor reads them."""

import re
from collections.abc import Iterator

import pytest
from django.urls import Resolver404, resolve
from django.utils import translation

from ketnoi.cli import translate
from ketnoi.foundation import languages
from ketnoi.foundation.page import Audience

pytestmark = pytest.mark.django_db
LINK = re.compile(r'href="(/[^"#?]*)')
MOST_PAGES = 80


def public_view(address: str):
    """The view of an address, if anyone may open it."""
    try:
        with translation.override(translation.get_language_from_path(address)):
            view = resolve(address).func
    except Resolver404:
        return None
    return view if getattr(view, "audience", None) is Audience.PUBLIC else None


def pages(client, start: str) -> Iterator[tuple[str, str]]:
    """The pages a visitor reaches by links, with what they say before and after a form."""
    waiting, seen = [start], set()
    while waiting and len(seen) < MOST_PAGES:
        address = waiting.pop(0)
        view = public_view(address)
        if address in seen or not address.startswith(start) or view is None:
            continue
        seen.add(address)
        for answer in answers(client, address, view.writes):
            yield address, answer
            waiting += LINK.findall(answer)


def answers(client, address: str, writes: bool) -> Iterator[str]:
    for answer in (client.get(address), *([client.post(address, {})] if writes else [])):
        if answer.headers.get("Content-Type", "").startswith("text/html"):
            yield answer.content.decode()


@pytest.fixture
def spoken(monkeypatch):
    """Every string that is looked up while a page is made."""
    said: set[str] = set()
    real = translation._trans.gettext

    def record(message):
        said.add(str(message).split("\x04")[-1])
        return real(message)

    monkeypatch.setattr(translation._trans, "gettext", record)
    return said


def test_every_string_of_a_public_page_is_known_to_be_public(client, spoken):
    found = dict(pages(client, "/km/"))
    ours = {text.words: text for text in translate.collect().values()}

    assert found
    assert [
        f"{sorted(ours[words].files)[0]}: {words}"
        for words in sorted(spoken & set(ours))
        if not ours[words].public
    ] == []


@pytest.mark.parametrize("language", ["en", "km"])
def test_a_public_page_says_which_language_it_speaks(client, language):
    said = {a: page for a, page in pages(client, f"/{language}/") if "<html" in page}

    assert said
    assert [a for a, page in said.items() if f'<html lang="{language}"' not in page] == []


def test_khmer_that_waits_for_review_says_so_once_a_page(client):
    said = {a: page for a, page in pages(client, "/km/") if "<html" in page}

    assert [a for a, page in said.items() if page.count(languages.DRAFT_MARK) != 1] == []
