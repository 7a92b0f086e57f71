"""Documents: rebuilt from what their pages show. Programs, links and hidden files stay behind."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from django.utils.translation import gettext_lazy as _
from pikepdf import Name

from ketnoi.foundation.uploads import photos
from ketnoi.foundation.uploads.pictures import BROKEN
from ketnoi.foundation.vietnamese import Unreadable

NOT_DRAWN = _("Biểu mẫu PDF này chưa được vẽ ra. Hãy in thành tệp PDF mới rồi gửi lại.")
LOCKED = _("Tệp PDF này có mật khẩu. Hãy gỡ mật khẩu rồi gửi lại.")

SHOWN = {
    "/Type", "/Parent", "/Contents", "/Resources", "/Rotate", "/Group", "/UserUnit",
    "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox",
}  # fmt: skip
"""What a page needs to be drawn. Everything else of a page is left out."""

LEFT_OUT = (
    "/AA", "/OpenAction", "/Annots", "/JS", "/JavaScript", "/Launch", "/URI", "/AF", "/EF",
    "/EmbeddedFiles", "/RichMediaContent", "/RichMediaSettings", "/Metadata", "/PieceInfo",
    "/LastModified", "/OPI", "/Alternates", "/Ref", "/Measure", "/PtData",
)  # fmt: skip
"""What no part of a page needs: actions, files inside, addresses, places, notes of programs."""

ELSEWHERE = ("/F", "/FFilter", "/FDecodeParms")
"""Parts of a stream that fetch its content from another file."""


def rebuilt(data: bytes) -> bytes:
    """The same pages in a new document. Raises Unreadable with what to do instead."""
    try:
        with pikepdf.open(BytesIO(data)) as read:
            _refuse_what_hides(read)
            return _pages_alone(read)
    except Unreadable:
        raise
    except pikepdf.PasswordError:
        raise Unreadable(LOCKED) from None
    # A broken document fails where it happens to be broken.
    except Exception:
        raise Unreadable(BROKEN) from None


def _refuse_what_hides(read: pikepdf.Pdf) -> None:
    if read.is_encrypted:
        raise Unreadable(LOCKED)
    form = read.Root.get("/AcroForm")
    if form is not None and form.get("/NeedAppearances"):
        raise Unreadable(NOT_DRAWN)


def _pages_alone(read: pikepdf.Pdf) -> bytes:
    read.flatten_annotations("all")  # A filled form becomes part of the page that shows it.
    for page in read.pages:
        for key in set(page.obj.keys()) - SHOWN:
            del page.obj[key]
    anew, out = pikepdf.new(), BytesIO()
    anew.pages.extend(read.pages)
    if not anew.pages:
        raise Unreadable(BROKEN)
    for thing in anew.objects:
        _strip(thing)
    anew.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _strip(thing: Any) -> None:
    for part in _parts(thing):
        is_stream = isinstance(part, pikepdf.Stream)
        for key in (*LEFT_OUT, *(ELSEWHERE if is_stream else ())):
            if key in part:
                del part[key]
        if is_stream and _is_photo(part):
            params = part.get(Name.DecodeParms)
            anew = photos.without_notes(part.read_raw_bytes())
            part.write(anew, filter=Name.DCTDecode, decode_parms=params)


def _parts(thing: Any) -> Iterator[Any]:
    """An object and what lies inside it, but not what it points to: that is met by itself."""
    waiting = [thing]
    while waiting:
        part = waiting.pop()
        if isinstance(part, pikepdf.Dictionary | pikepdf.Stream):
            yield part
            inner = list(part.values())
        elif isinstance(part, pikepdf.Array):
            inner = list(part)
        else:
            continue
        waiting += [p for p in inner if isinstance(p, pikepdf.Object) and not p.is_indirect]


def _is_photo(stream: Any) -> bool:
    filters = stream.get(Name.Filter)
    if isinstance(filters, pikepdf.Array):
        return len(filters) == 1 and filters[0] == Name.DCTDecode
    return bool(filters == Name.DCTDecode)
