"""Vietnamese text: one spelling, one folded form to search by, one key to sort by."""

import unicodedata

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# Huyền, hỏi, ngã, sắc, nặng: the order of Vietnamese dictionaries (CLDR, collation "vi").
TONES = {"\u0300": 2, "\u0309": 3, "\u0303": 4, "\u0301": 5, "\u0323": 6}
SHAPES = {"\u0306", "\u0302", "\u031b"}
NO_TONE = 1
SPACE, OTHER_SIGN, FIRST_DIGIT, FIRST_LETTER, OTHER_LETTER = 10, 11, 20, 40, 90


def nfc(text: str) -> str:
    """The text with every letter in its one composed form; phones and Macs often send two."""
    return unicodedata.normalize("NFC", text)


def plain_digits(text: str) -> str:
    """The text with digits of any script, Khmer ones too, written 0 to 9."""
    return "".join(str(unicodedata.decimal(c, c)) for c in text)


def fold(text: str) -> str:
    """The text as people type it in a hurry: small letters, no marks, single spaces."""
    bare = (c for c in unicodedata.normalize("NFD", nfc(text).lower()) if not _is_latin_mark(c))
    return nfc(" ".join("".join(bare).replace("đ", "d").split()))


def sort_key(text: str) -> str:
    """A key of digits that sorts text in Vietnamese order under any collation."""
    return _key(text) + _capitals(text)


def name_sort_key(name: str) -> str:
    """The key by which a person's name sorts: her given name, which comes last, goes first."""
    words = name.split()
    return _key(words[-1]) + "00" + sort_key(name) if words else ""


def _key(text: str) -> str:
    return "".join(_weight(_shaped(c)) for c in _spaced(text)) + "00" + _tones(text)


def _tones(text: str) -> str:
    """One tone per syllable, so that hòa and hoà are one word."""
    return "".join(str(max(_tone(c) for c in word)) for word in nfc(text).split())


def _capitals(text: str) -> str:
    return "".join("2" if c != c.lower() else "1" for c in _spaced(text))


def _spaced(text: str) -> str:
    return " ".join(nfc(text).split())


def _tone(char: str) -> int:
    marks = unicodedata.normalize("NFD", char)[1:]
    return next((TONES[m] for m in marks if m in TONES), NO_TONE)


def _shaped(char: str) -> str:
    parts = unicodedata.normalize("NFD", char.lower())
    shaped = nfc(parts[0] + "".join(mark for mark in parts[1:] if mark in SHAPES))
    return shaped if shaped in LETTERS else parts[0]


def _weight(char: str) -> str:
    if char == " ":
        return str(SPACE)
    if char in LETTERS:
        return str(FIRST_LETTER + LETTERS.index(char))
    if char.isdecimal():
        return str(FIRST_DIGIT + unicodedata.decimal(char))
    return f"{OTHER_LETTER if char.isalpha() else OTHER_SIGN}{ord(char):07d}"


def _is_latin_mark(char: str) -> bool:
    return "\u0300" <= char <= "\u036f"
