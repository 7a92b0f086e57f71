"""What a file is, by its content and never by its name, and what becomes of it."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from ketnoi.foundation.uploads import documents, pictures
from ketnoi.foundation.vietnamese import Unreadable

NOTHING_IN_IT = _("Tệp này trống. Hãy chọn tệp khác.")
OF_NO_KIND = _("Chỉ nhận tệp PDF hoặc ảnh JPG, PNG, WebP. Hãy chọn tệp khác.")
BEFORE_THE_MARK = 1024


class Media(StrEnum):
    """The kinds of files that are kept; the value ends the name of a copy."""

    PDF = "pdf"
    JPEG = "jpg"
    PNG = "png"

    @property
    def mime(self) -> str:
        """How the web calls it."""
        return {"pdf": "application/pdf", "jpg": "image/jpeg", "png": "image/png"}[self.value]


@dataclass(frozen=True)
class Fit:
    """A file written anew, fit to be kept."""

    media: Media
    data: bytes


def fit(data: bytes) -> Fit:
    """The same pages or picture, written anew. Raises Unreadable with what to do instead."""
    if not data:
        raise Unreadable(NOTHING_IN_IT)
    if pictures.is_one(data):
        is_drawn, anew = pictures.redrawn(data)
        return Fit(Media.PNG if is_drawn else Media.JPEG, anew)
    if b"%PDF-" in data[:BEFORE_THE_MARK]:
        return Fit(Media.PDF, documents.rebuilt(data))
    raise Unreadable(OF_NO_KIND)
