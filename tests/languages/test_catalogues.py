"""Every string has its English; those of public pages have their Khmer; the files are in step."""

import re
from functools import cache

import polib
import pytest
from django.utils import translation

from ketnoi.cli import translate
from ketnoi.foundation import languages

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|{\w+}|<[^>]+>")


@cache
def texts():
    return translate.collect()


def said(entry):
    return [entry.msgstr] if entry.msgstr else list(entry.msgstr_plural.values())


def holes(words):
    return set(PLACEHOLDER.findall(words))


def changed_holes(entries):
    """Strings whose translation has other placeholders or tags than they have."""
    return [
        e.msgid for e in entries for words in said(e) if words and holes(words) != holes(e.msgid)
    ]


def test_nothing_is_missing_and_every_file_is_in_step():
    assert translate.problems(texts()) == []


@pytest.mark.parametrize("language", ["en", "km"])
def test_placeholders_survive_translation(language):
    assert changed_holes(translate.catalogue(language, texts())) == []


def test_khmer_holds_the_strings_of_public_pages_and_no_others():
    khmer = {entry.msgid for entry in translate.catalogue("km", texts())}

    assert khmer == {text.words for text in texts().values() if text.public}


def test_every_khmer_string_says_whether_it_was_reviewed():
    known = {translate.REVIEWED, translate.UNREVIEWED}

    assert all(known & set(e.tcomment.splitlines()) for e in translate.catalogue("km", texts()))


def test_mutant_a_lost_placeholder_is_noticed():
    entry = polib.POEntry(msgid="còn %(n)d ngày", msgstr="days left")

    assert changed_holes([entry]) == ["còn %(n)d ngày"]


@pytest.fixture
def package(tmp_path):
    """A small house: a public page, its part, a staff page, and Python of both kinds."""
    files = {
        "site/templates/shell.html": '{% translate "Đến nội dung chính" %}',
        "site/templates/public.html": '{% extends "shell.html" %}{% translate "Thoát nhanh" %}',
        "site/templates/page.html": '{% extends "shell.html" %}{% translate "Việc hôm nay" %}',
        "help/templates/help/find.html": (
            '{% extends "public.html" %}\n  {% include "help/part.html" %}\n'
            "  {% blocktranslate trimmed count n=n %}\n    {{ n }} nơi\n"
            "    {% plural %}\n    {{ n }} nơi{% endblocktranslate %}"
        ),
        "help/templates/help/part.html": '{% card title=_("Gọi 111") %}{% endcard %}',
        "help/terms.py": 'a = _("Nhu cầu")\nb = public_("Xã")\nc = pgettext("nút", "Gửi")\n',
        "help/tests/test_x.py": '_("Không dịch")',
    }
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return tmp_path


def test_strings_are_collected_from_templates_and_python(package):
    found = translate.collect(package)

    assert {text.words: text.public for text in found.values()} == {
        "%(n)s nơi": True,
        "Đến nội dung chính": True,
        "Thoát nhanh": True,
        "Việc hôm nay": False,
        "Gọi 111": True,
        "Nhu cầu": False,
        "Xã": True,
        "Gửi": False,
    }
    assert found["", "%(n)s nơi"].plural == "%(n)s nơi"
    assert ("nút", "Gửi") in found


@pytest.fixture
def khmer():
    entries = translate._empty("km")
    entries.append(polib.POEntry(msgid="Gọi", msgstr="ហៅ", tcomment=translate.REVIEWED))
    entries.append(polib.POEntry(msgid="Xã", msgstr="ឃុំ", tcomment=translate.UNREVIEWED))
    return entries


def test_production_shows_reviewed_khmer_and_marks_the_rest(khmer):
    shown = {e.msgid: e.msgstr for e in translate.for_production(khmer)}

    assert shown == {"Gọi": "ហៅ", "Xã": f"{languages.OPEN}Xã{languages.CLOSE}"}


def test_a_draft_shows_all_khmer_and_says_that_it_is_one(khmer):
    shown = {e.msgid: e.msgstr for e in translate.as_draft(khmer)}

    assert shown == {"Gọi": "ហៅ", "Xã": "ឃុំ", languages.DRAFT: languages.DRAFT_MARK}
    khmer[1].tcomment = translate.REVIEWED
    assert languages.DRAFT not in {e.msgid for e in translate.as_draft(khmer)}


def test_a_page_of_drafts_carries_the_mark_and_production_has_none(settings):
    settings.LOCALE_PATHS = [translate.DRAFTS, translate.LOCALE]
    with translation.override("km"):
        in_the_demo = languages.draft_mark()
    settings.LOCALE_PATHS = [translate.LOCALE]
    with translation.override("km"):
        in_production = languages.draft_mark()

    assert in_the_demo == languages.DRAFT_MARK
    assert in_production == ""


def test_what_is_still_vietnamese_is_spoken_as_vietnamese():
    word = f"{languages.OPEN}Gọi <b>111</b>{languages.CLOSE}"
    page = f'<title>{word}</title><p title="{languages.OPEN}Gọi{languages.CLOSE}">{word}</p>'

    assert languages.with_languages(page) == (
        '<title>Gọi <b>111</b></title><p title="Gọi"><span lang="vi">Gọi <b>111</b></span></p>'
    )
    assert languages.with_languages("<p>Gọi</p>") == "<p>Gọi</p>"
