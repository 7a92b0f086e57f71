"""Checks of the machine: Python, the key file, the disk, Chromium, translations."""

import base64
import os
import shutil
import stat
import sys
from pathlib import Path

from ketnoi.cli.checks import Check, Finding, Place, fail, not_here, ok, warn

OLDEST = (3, 11)
LITTLE, VERY_LITTLE = 2_000_000_000, 500_000_000
KEY_SIZE = 32
LOCALE = Path(__file__).resolve().parents[2] / "locale"


def python(_: Place) -> Finding:
    """Python is new enough."""
    name, here = "python", f"Python {sys.version_info[0]}.{sys.version_info[1]}"
    if sys.version_info < OLDEST:
        return fail(name, f"{here} cũ quá, cần 3.11 trở lên", f"{here} is too old, 3.11 is needed")
    return ok(name, here, here)


def key_file(place: Place) -> Finding:
    """The key file is there, closed to others, and a key."""
    name, path = "key-file", place.keys / "root.key"
    if not path.exists():
        return fail(
            name,
            f"không thấy tệp khóa; tệp phải nằm ở {path}. Chép từ bản cất giữ, hoặc: ketnoi init",
            f"no key file; it belongs at {path}. Copy it from where it is kept, or: ketnoi init",
        )
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        return fail(
            name,
            f"tệp khóa mở cho người khác. Hãy chạy: chmod 0400 {path}",
            f"the key file is open to others, run: chmod 0400 {path}",
        )
    if not _is_key(path):
        return fail(name, f"{path} không phải tệp khóa", f"{path} is not a key file")
    return ok(name)


def key_apart(place: Place) -> Finding:
    """The key file and the data are on two devices."""
    name = "key-apart"
    if not (place.keys.exists() and place.data.exists()):
        return not_here(name, "chưa có dữ liệu", "there are no data yet")
    if place.keys.stat().st_dev == place.data.stat().st_dev:
        return warn(
            name,
            "khóa và dữ liệu ở cùng một ổ: mất ổ là mất cả hai. Đặt KETNOI_KEYS sang ổ khác",
            "key and data are on one disk: who takes it has both. Put KETNOI_KEYS elsewhere",
        )
    return ok(name)


def key_escrow(place: Place) -> Finding:
    """Three holders keep the root key that is in use, so that two of them can bring it back."""
    from ketnoi.foundation.crypto import escrow, keyfile
    from ketnoi.foundation.crypto.ring import key_id

    name = "key-escrow"
    if place.demo:
        return not_here(name, "bản thử không ký gửi khóa", "a demo gives its key to nobody")
    try:
        kept, key = escrow.on_file(place.keys), key_id(keyfile.read(place.keys)).hex()
    except (keyfile.NoKey, escrow.NoEscrow, OSError):
        return warn(name, "không đọc được tệp ký gửi khóa", "the escrow file cannot be read")
    if kept is None:
        return warn(
            name,
            "chưa ai giữ hộ khóa: mất khóa là mất dữ liệu. Hãy chạy: ketnoi keys escrow",
            "nobody else keeps the key: losing it loses the data. Run: ketnoi keys escrow",
        )
    if kept != key:
        return warn(
            name,
            "bản ký gửi cũ hơn khóa đang dùng. Hãy chạy lại: ketnoi keys escrow",
            "the escrow is older than the key in use. Run again: ketnoi keys escrow",
        )
    return ok(name)


def disk(place: Place) -> Finding:
    """There is room for data."""
    name = "disk"
    folder = next((p for p in (place.data, *place.data.parents) if p.exists()), Path("/"))
    free = shutil.disk_usage(folder).free
    said = f"{free / 1e9:.1f} GB"
    if free > LITTLE:
        return ok(name, f"còn {said}", f"{said} free")
    finding = fail if free < VERY_LITTLE and not place.demo else warn
    return finding(name, f"chỉ còn {said}, hãy dọn ổ", f"only {said} free, make room")


def chromium(_: Place) -> Finding:
    """There is a browser for the journeys among the tests."""
    name = "chromium"
    if shutil.which("chromium"):
        return ok(name)
    return not_here(
        name,
        "chỉ cần để chạy kiểm thử: apt-get install chromium",
        "needed for tests only: apt-get install chromium",
    )


def translations(_: Place) -> Finding:
    """Every catalogue was compiled."""
    name = "translations"
    missing = [po for po in LOCALE.rglob("*.po") if not po.with_suffix(".mo").exists()]
    if missing:
        return warn(
            name,
            "có bản dịch chưa biên dịch. Hãy chạy: ketnoi translate",
            "a translation is not compiled, run: ketnoi translate",
        )
    return ok(name)


def debug(_: Place) -> Finding:
    """Debug pages, which show values, are off."""
    if os.environ.get("DEBUG", "") not in ("", "0", "false", "False"):
        return fail("debug", "hãy bỏ biến DEBUG", "unset DEBUG")
    return ok("debug")


CHECKS: tuple[Check, ...] = (
    python,
    key_file,
    key_apart,
    key_escrow,
    disk,
    translations,
    chromium,
    debug,
)


def _is_key(path: Path) -> bool:
    try:
        return len(base64.b64decode(path.read_bytes(), validate=False)) == KEY_SIZE
    except (OSError, ValueError):
        return False
