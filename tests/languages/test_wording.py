"""The words we chose: forbidden ones, sentences that stay short, and nothing left untranslated."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.template.base import Lexer, TokenType

from ketnoi.cli import translate

SRC = translate.PACKAGE
VIETNAMESE = re.compile("[à-ỹđÀ-ỸĐ]")
OUR_NAME = re.compile("Kết Nối|Tiếng Việt")
FORBIDDEN = {
    "nạn nhân": re.compile(r"nạn nhân", re.I),
    "đối tượng": re.compile(r"đối tượng", re.I),
    "khai báo": re.compile(r"khai báo|thú nhận|lời khai", re.I),
    "bắt buộc": re.compile(r"bắt buộc", re.I),
    "!": re.compile(r"!"),
    "blame": re.compile(r"bạn đã (nhập|chọn|điền) sai|tại sao (chị|bạn|em)", re.I),
    "hard labels": re.compile(r"thủ phạm|tàn tật|mù lòa|đóng án|xuất cảnh trái phép", re.I),
}
# The words of the statutes, which official texts must repeat exactly.
STATUTES = re.compile(
    r"(người )?đang trong quá trình xác định (là )?nạn nhân"
    r"|xác định (là )?nạn nhân|(giấy )?xác nhận nạn nhân|cơ sở hỗ trợ nạn nhân",
    re.I,
)
LEGAL_PLACES = ("law/", "identification/terms.py", "reports/")
# The page of samples shows invented content and exists on the developer's machine only.
SAMPLES = "gallery"
# Agreed wording, read aloud before she consents (the limit of the promise, in one breath).
AGREED = {
    "Nếu có trẻ em hoặc tính mạng đang gặp nguy hiểm, chúng tôi có thể phải báo cơ quan bảo vệ."
}
LONGEST_SENTENCE, LONGEST_MEAN = 20, 12
SENTENCE_END = re.compile(r"(?<=[.?…:;])\s+|\n")
SPOKEN = {"terms", "forms", "views", "actions", "access"}
# The kinds of communes are part of their official names.
NAMES = ("places/terms.py",)
TRANSLATED_BY = set(translate.KEYWORDS)


@cache
def texts():
    return tuple(translate.collect().values())


def ill_worded(found) -> list[str]:
    """Strings with a word we do not use, and where they stand."""
    return [
        f"{sorted(text.files)[0]}: {name}: {text.words}"
        for text in found
        for name, pattern in FORBIDDEN.items()
        if pattern.search(_without_statutes(text))
    ]


def _without_statutes(text) -> str:
    if all(place.startswith(LEGAL_PLACES) for place in text.files):
        return re.sub("nạn nhân", "", text.words, flags=re.I)
    return STATUTES.sub("", text.words)


def sentences(words: str) -> list[str]:
    plain = re.sub(r"<[^>]+>", " ", words)
    return [part for part in SENTENCE_END.split(plain) if part.strip()]


def long_sentences(found) -> list[str]:
    return [
        f"{sorted(text.files)[0]}: {sentence}"
        for text in found
        for sentence in sentences(text.words)
        if len(sentence.split()) > LONGEST_SENTENCE and sentence not in AGREED
    ]


def mean_length(found) -> float:
    lengths = [len(part.split()) for text in found for part in sentences(text.words)]
    return sum(lengths) / max(len(lengths), 1)


def raw_words(template: str) -> Iterator[str]:
    """Vietnamese in a template that no translation can reach."""
    inside = False
    for token in Lexer(template).tokenize():
        word = token.contents.split()[0] if token.contents.split() else ""
        if token.token_type == TokenType.BLOCK and "blocktrans" in word:
            inside = not word.startswith("end")
        elif token.token_type == TokenType.TEXT and not inside:
            yield from _vietnamese(re.sub(r"<!--.*?-->", "", token.contents, flags=re.S))
        elif token.token_type in {TokenType.BLOCK, TokenType.VAR} and word != "translate":
            yield from _vietnamese(re.sub(r"_\((\"[^\"]*\"|'[^']*')\)", "", token.contents))


def _vietnamese(words: str) -> Iterator[str]:
    rest = OUR_NAME.sub("", words)
    if VIETNAMESE.search(rest):
        yield " ".join(words.split())


def untranslated_literals(tree: ast.Module) -> Iterator[str]:
    """Vietnamese strings of a module that are neither documentation nor given to a translation."""
    told = {id(node) for node in _told(tree)}
    for node in ast.walk(tree):
        is_words = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_words and id(node) not in told and VIETNAMESE.search(OUR_NAME.sub("", node.value)):
            yield node.value


def _told(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield node.value
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in TRANSLATED_BY:
            yield from node.args


def spoken_modules() -> list[Path]:
    """The rooms whose words reach a screen."""
    found = [p for room in SPOKEN for p in (*SRC.glob(f"*/{room}.py"), *SRC.glob(f"*/{room}/*.py"))]
    return [p for p in sorted(found) if not p.relative_to(SRC).as_posix().startswith(NAMES)]


def test_no_screen_says_what_we_do_not_say():
    assert ill_worded(texts()) == []


def test_sentences_are_short():
    assert long_sentences(texts()) == []


def test_sentences_of_public_pages_are_easy_to_read():
    assert mean_length([text for text in texts() if text.public]) <= LONGEST_MEAN


def test_every_word_of_a_template_can_be_translated():
    templates = [
        p for p in sorted(SRC.rglob("templates/**/*.html")) if not p.stem.startswith(SAMPLES)
    ]

    assert [f"{p.relative_to(SRC)}: {w}" for p in templates for w in raw_words(p.read_text())] == []


def test_every_sentence_of_the_code_can_be_translated():
    found = {p: untranslated_literals(ast.parse(p.read_text())) for p in spoken_modules()}

    assert [f"{p.relative_to(SRC)}: {words}" for p, said in found.items() for words in said] == []


def test_mutant_each_word_we_do_not_say_is_noticed():
    bad = [
        "Thêm nạn nhân",
        "Đối tượng",
        "Khai báo tạm vắng",
        "Trường này bắt buộc",
        "Xong rồi!",
        "Bạn đã nhập sai ngày",
        "Người tàn tật",
    ]
    found = [translate.Text("", words, files={"cases/terms.py"}) for words in bad]

    assert len(ill_worded(found)) == len(bad)
    assert not ill_worded([translate.Text("", "Nạn nhân", files={"law/terms.py"})])
    assert not ill_worded(
        [
            translate.Text(
                "",
                "Người đang trong quá trình xác định là nạn nhân",
                files={"cases/terms.py"},
            )
        ]
    )


def test_mutant_a_long_sentence_is_noticed():
    words = "một " * (LONGEST_SENTENCE + 1)

    assert long_sentences([translate.Text("", words, files={"x.py"})])
    assert not long_sentences([translate.Text("", f"Một hai. {words[:20]}", files={"x.py"})])


def test_mutant_words_no_translation_reaches_are_noticed():
    raw = '<p>Đồng ý</p>{% card title="Hồ sơ" %}{{ x|default:"Chưa rõ" }}'
    fine = '{% translate "Đồng ý" %}{% card title=_("Hồ sơ") %}Kết Nối'
    block = "{% blocktranslate %}Hồ sơ{% endblocktranslate %}"
    code = ast.parse(
        '"""Hồ sơ."""\nx = "Đồng ý"\ny = _("Hồ sơ")\nz = f"còn {x} ngày"\nw = "Kết Nối"'
    )

    assert list(raw_words(raw)) == ["<p>Đồng ý</p>", 'card title="Hồ sơ"', 'x|default:"Chưa rõ"']
    assert list(raw_words(fine + block)) == []
    assert list(untranslated_literals(code)) == [
        "Đồng ý",
        "còn ",
        " ngày",
    ]
