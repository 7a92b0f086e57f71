"""Papers that are handed in: known by content, written anew, or refused in a sentence."""

import struct
import zlib
from io import BytesIO
from random import Random

import pikepdf
import pytest
from PIL import Image

from ketnoi.foundation.tests import papers
from ketnoi.foundation.uploads import Media, fit, photos
from ketnoi.foundation.vietnamese import Unreadable


def refused(data):
    with pytest.raises(Unreadable) as refusal:
        fit(data)
    return str(refusal.value)


def shown(data):
    return Image.open(BytesIO(data))


def all_of(data):
    """Everything in a document, laid open."""
    with pikepdf.open(BytesIO(data)) as read:
        out = BytesIO()
        read.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            compress_streams=False,
        )
    return out.getvalue()


def bomb(width, height):
    """A picture of some hundred bytes that unfolds to very many points."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    made = b"\x89PNG\r\n\x1a\n"
    for kind, body in parts:
        made += struct.pack(">I", len(body)) + kind + body
        made += struct.pack(">I", zlib.crc32(kind + body))
    return made


@pytest.mark.parametrize(
    ("kind", "media"), [("JPEG", Media.JPEG), ("PNG", Media.PNG), ("WEBP", Media.JPEG)]
)
def test_a_picture_is_drawn_anew_without_place_and_maker(kind, media):
    sent = papers.picture(kind)

    kept = fit(sent)

    assert papers.HIDDEN in sent
    assert papers.HIDDEN not in kept.data
    assert kept.media == media
    assert shown(kept.data).size == (60, 40)
    assert not shown(kept.data).getexif()
    assert fit(kept.data).media == media


def test_notes_in_a_drawing_are_left_behind():
    from PIL.PngImagePlugin import PngInfo

    notes = PngInfo()
    notes.add_text("Author", papers.HIDDEN.decode())
    sent = papers.picture("PNG", pnginfo=notes, icc_profile=papers.HIDDEN) + papers.HIDDEN

    assert papers.HIDDEN not in fit(sent).data


def test_a_photo_that_lies_on_its_side_is_set_upright():
    notes, out = Image.Exif(), BytesIO()
    notes[0x0112] = 6
    Image.new("RGB", (60, 40)).save(out, "JPEG", exif=notes)

    assert shown(fit(out.getvalue()).data).size == (40, 60)


def test_what_is_clear_in_a_picture_becomes_white_paper():
    out = BytesIO()
    Image.new("RGBA", (9, 9), (0, 0, 0, 0)).save(out, "WEBP")

    assert shown(fit(out.getvalue()).data).getpixel((4, 4)) == (255, 255, 255)


def test_a_very_large_photo_is_kept_at_the_size_of_a_sheet():
    out = BytesIO()
    Image.new("L", (6000, 3000)).save(out, "JPEG")

    assert shown(fit(out.getvalue()).data).size == (4096, 2048)


@pytest.mark.parametrize("size", [(9000, 9000), (12000, 12000), (60000, 60000)])
def test_a_picture_that_unfolds_to_too_many_points_is_refused_undecoded(size):
    assert "quá lớn" in refused(bomb(*size))


def test_a_document_keeps_its_pages_and_loses_all_else():
    sent = papers.crowded_document()

    kept = fit(sent)

    opened = all_of(kept.data)
    assert kept.media == Media.PDF
    assert all_of(sent).count(papers.HIDDEN) > 10
    assert papers.HIDDEN not in opened
    assert b"(Giay)" in opened
    assert b"(SIGNED)" in opened
    for word in (b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/Annots", b"/OpenAction"):
        assert word not in opened


def test_a_document_keeps_what_its_pages_have_in_common():
    with pikepdf.open(BytesIO(papers.document())) as made:
        page, tree, out = made.pages[0].obj, made.Root.Pages, BytesIO()
        tree.MediaBox, tree.Resources = page.MediaBox, page.Resources
        del page.MediaBox, page.Resources
        made.save(out)

    with pikepdf.open(BytesIO(fit(out.getvalue()).data)) as kept:
        assert kept.pages[0].mediabox[2] == 200
        assert "/F1" in kept.pages[0].obj.Resources.Font


def test_a_document_that_fetches_its_content_from_elsewhere_does_so_no_more():
    with pikepdf.open(BytesIO(papers.document())) as made:
        made.pages[0].obj.Contents.F = pikepdf.String("http://example.org/x")
        out = BytesIO()
        made.save(out)

    assert b"example.org" not in all_of(fit(out.getvalue()).data)


@pytest.mark.parametrize("words", [("", "chủ"), ("mở", "chủ")])
def test_a_locked_document_is_refused(words):
    reads, owns = words
    locked = papers.document(encryption=pikepdf.Encryption(user=reads, owner=owns))

    assert "mật khẩu" in refused(locked)


def test_a_form_whose_answers_nobody_drew_is_refused_and_loses_no_answer():
    with pikepdf.open(BytesIO(papers.document())) as made:
        made.Root.AcroForm = pikepdf.Dictionary(Fields=[], NeedAppearances=True)
        out = BytesIO()
        made.save(out)

    assert "Biểu mẫu" in refused(out.getvalue())


def test_a_document_without_pages_is_refused():
    out = BytesIO()
    pikepdf.new().save(out)

    assert "bị hỏng" in refused(out.getvalue())


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "trống"),
        (b"MZ\x90\x00", "Chỉ nhận"),
        (b"PK\x03\x04word/document.xml", "Chỉ nhận"),
        (b"<html><script>alert(1)</script></html>", "Chỉ nhận"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Chỉ nhận"),
        (b"GIF89a\x01\x00\x01\x00", "Chỉ nhận"),
        (b"%PDF-1.7\nno document", "bị hỏng"),
        (b"\xff\xd8\xff\xe0no picture", "bị hỏng"),
        (papers.picture("PNG")[:60], "bị hỏng"),
        (papers.picture("JPEG")[:200], "bị hỏng"),
        (papers.document()[:300], "bị hỏng"),
    ],
)
def test_what_cannot_be_taken_in_is_refused_in_a_sentence(data, says):
    assert says in refused(data)


@pytest.mark.parametrize("start", [papers.picture(), papers.picture("PNG"), papers.document()])
def test_whatever_comes_in_is_either_written_anew_or_refused(start):
    dice = Random(11)  # noqa: S311 - a fixed order, no secret
    for _ in range(60):
        broken = bytearray(start)
        for _ in range(dice.randint(1, 12)):
            broken[dice.randrange(len(broken))] = dice.randrange(256)
        try:
            fit(bytes(broken[: dice.randint(1, len(broken))]))
        except Unreadable as refusal:
            assert str(refusal)


@pytest.mark.parametrize("progressive", [False, True])
def test_a_photo_inside_a_document_keeps_its_points(progressive):
    sent = papers.picture(comment=papers.HIDDEN, progressive=progressive) + papers.HIDDEN

    kept = photos.without_notes(sent)

    assert papers.HIDDEN not in kept
    assert shown(kept).tobytes() == shown(sent).tobytes()
