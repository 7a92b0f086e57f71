"""A photo inside a document: its points stay untouched, the notes of the camera are cut out."""

from collections.abc import Iterator

BEGINS = 0xFF
COMMENT, FIRST_NOTE, LAST_NOTE = 0xFE, 0xE0, 0xEF
NEEDED_NOTES = {0xEE}  # How its colours are meant.
START, END, SCAN = 0xD8, 0xD9, 0xDA
INSIDE_A_SCAN = {0x00, *range(0xD0, 0xD8)}
BARE = {START, END, 0x01, *range(0xD0, 0xD8)}


def without_notes(data: bytes) -> bytes:
    """The photo without place, time, device and comments. Raises ValueError when it is none."""
    if data[:2] != b"\xff\xd8":
        raise ValueError("no photo")
    return b"\xff\xd8" + b"".join(part for kind, part in _parts(data) if not _is_note(kind))


def _is_note(kind: int) -> bool:
    is_application = FIRST_NOTE <= kind <= LAST_NOTE and kind not in NEEDED_NOTES
    return kind == COMMENT or is_application


def _parts(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each part with the number that says what it is, up to the end of the photo."""
    at = 2
    while at + 1 < len(data):
        if data[at] != BEGINS:
            raise ValueError("no photo")
        kind = data[at + 1]
        if kind == BEGINS:
            at += 1
            continue
        size = 0 if kind in BARE else int.from_bytes(data[at + 2 : at + 4], "big")
        end = at + 2 + size
        if kind == SCAN:
            end = _end_of_scan(data, end)
        yield kind, data[at:end]
        if kind == END:
            return
        at = end


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the points of this scan end: at the next part, or with the data."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            return len(data)
        if data[at + 1] not in INSIDE_A_SCAN:
            return at
        at += 2
