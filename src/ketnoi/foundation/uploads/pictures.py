"""Pictures: decoded and drawn again, so that place, device and whatever hid in them is gone."""

from io import BytesIO
from typing import Any

from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

from ketnoi.foundation.vietnamese import Unreadable

BROKEN = _("Không đọc được tệp này, có thể tệp bị hỏng. Hãy quét hoặc chụp lại.")
TOO_MANY_POINTS = _("Ảnh này quá lớn. Hãy chụp lại ở cỡ nhỏ hơn.")
MOST_POINTS = 50_000_000
LONGEST_SIDE = 4096  # A sheet of A4 at 350 dots an inch.
QUALITY = 88
KNOWN = ("JPEG", "PNG", "WEBP")
BOMB = (Image.DecompressionBombError, Image.DecompressionBombWarning)


def is_one(data: bytes) -> bool:
    """Whether it begins as one of the kinds of pictures that are taken in."""
    is_webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    return data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or is_webp


def redrawn(data: bytes) -> tuple[bool, bytes]:
    """The picture drawn anew, and whether it is a drawing (PNG) and not a photo (JPEG)."""
    try:
        with Image.open(BytesIO(data), formats=KNOWN) as picture:
            _refuse_what_unfolds(picture)
            is_drawn = picture.format == "PNG"
            return is_drawn, _drawn(picture, is_drawn=is_drawn)
    except Unreadable:
        raise
    except BOMB:
        raise Unreadable(TOO_MANY_POINTS) from None
    # A decoder fails on a broken picture in more ways than it has names for.
    except Exception:
        raise Unreadable(BROKEN) from None


def _refuse_what_unfolds(picture: Any) -> None:
    if picture.width * picture.height > MOST_POINTS:
        raise Unreadable(TOO_MANY_POINTS)


def _drawn(picture: Any, *, is_drawn: bool) -> bytes:
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    upright = ImageOps.exif_transpose(picture)
    points = _on_white(upright) if not is_drawn else upright.convert(_plain_mode(upright))
    points.info = {}
    out = BytesIO()
    if is_drawn:
        points.save(out, "PNG", optimize=False)
    else:
        points.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()


def _plain_mode(picture: Any) -> str:
    if picture.has_transparency_data:
        return "RGBA"
    return "L" if picture.mode in {"1", "L"} else "RGB"


def _on_white(picture: Any) -> Any:
    if not picture.has_transparency_data:
        return picture.convert("L" if picture.mode == "L" else "RGB")
    paper = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(paper, picture.convert("RGBA")).convert("RGB")
