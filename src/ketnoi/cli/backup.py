"""`ketnoi backup`: one sealed file of everything, and the keys of persons in a second one."""

import argparse
import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ketnoi.cli import home
from ketnoi.cli.speech import MISUSE, Stop, say

RECORD = "backup.json"
NO_OWNER = (
    "Cần KETNOI_OWNER_URL: chỉ vai chủ đọc được mọi hàng. Dùng --env FILE.",
    "KETNOI_OWNER_URL is needed: only the owner reads every row. Use --env FILE.",
)


def read(parser: argparse.ArgumentParser, typed: list[str]) -> argparse.Namespace:
    """Where to, for whom, and of which installation."""
    add = parser.add_argument
    add("--to", type=Path, metavar="DIR", help="thư mục cất bản sao / folder for the copies")
    add(
        "--recipient",
        action="append",
        default=[],
        metavar="age1…",
        help="người giữ khóa mở được / a key holder who can open it; may be repeated",
    )
    add("--recipients", type=Path, metavar="FILE", help="tệp, mỗi dòng một người / one a line")
    add("--data", type=Path, metavar="DIR", help="thư mục dữ liệu / data folder")
    add("--env", type=Path, metavar="FILE", help="tệp cấu hình / settings file")
    return parser.parse_args(typed)


def run(told: argparse.Namespace) -> int:
    """Do it on a given database, or on the embedded one for as long as it takes."""
    from ketnoi.foundation.postgres import Cluster, held

    home.read_settings(told.env)
    if os.environ.get("DATABASE_URL") and not told.data:
        return _save(told)
    cluster = Cluster(told.data or home.default())
    if not cluster.exists():
        raise Stop(f"Chưa có dữ liệu trong {cluster.home}.", f"no data in {cluster.home}.")
    with held(cluster):
        os.environ.update(home.environment(cluster, mode="demo", owner=True))
        return _save(told)


def folder(told: argparse.Namespace) -> Path:
    """Where copies are kept."""
    data = Path(os.environ.get("KETNOI_DIR", home.default()))
    return told.to or Path(os.environ.get("KETNOI_BACKUPS") or data / "backups")


def remember(name: str, **facts: object) -> None:
    """Keep, for the doctor, when this was last done and how it went."""
    place = Path(os.environ["KETNOI_DIR"]) / "run"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    (place / name).write_text(json.dumps({"at": now, **facts}))


def _save(told: argparse.Namespace) -> int:
    import django

    url = os.environ.get("KETNOI_OWNER_URL")
    if not url:
        raise Stop(*NO_OWNER, MISUSE)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", home.SETTINGS)
    os.environ.setdefault("KETNOI_DIR", str(home.default()))
    django.setup()
    saved = _written(url, told)
    remember(RECORD, file=saved.path.name, size=saved.size)
    say(f"Xong: {saved.path} ({saved.size / 1e6:.1f} MB). / Done.")
    say(f"Khóa dữ liệu, giữ 35 ngày: {saved.keys}. / Keys of persons, kept for 35 days.")
    if saved.gone:
        say(f"Đã bỏ {saved.gone} tệp quá hạn giữ. / Took {saved.gone} old files away.")
    print(saved.path)
    return 0


def _written(url: str, told: argparse.Namespace) -> Any:
    from ketnoi.foundation.backup import saving
    from ketnoi.foundation.envelope import age, sealing
    from ketnoi.foundation.envelope.frames import Damaged

    to = folder(told)
    lines = _recipients(told)
    if not any(line.split("#")[0].strip() for line in lines):
        say(
            "Chưa có người giữ khóa nào (--recipient): chỉ tệp khóa của máy này mở được bản sao. / "
            "No key holder is named: only this installation's key file opens the copy."
        )
    try:
        return saving.save(url, to, recipients=lines, at=datetime.now(UTC), progress=_progress(say))
    except age.NoRecipient as error:
        raise Stop(
            "Có dòng không phải khóa công khai age1….", "a recipient is no age1… key."
        ) from error
    except sealing.DiskFull as error:
        raise Stop(
            f"Ổ chứa {to} hết chỗ. Chưa có bản sao nào được ghi; hãy dọn ổ rồi chạy lại.",
            f"The disk of {to} is full. No copy was written; make room and run it again.",
        ) from error
    except Damaged as error:
        raise Stop(
            f"Nhật ký hủy khóa trong {to} đã bị sửa. Giữ nguyên tệp và báo người phụ trách.",
            f"The shred log in {to} was changed. Leave it as it is and tell who answers for it.",
        ) from error
    except OSError as error:
        raise Stop(
            f"Không ghi được vào {to}.", f"{to} cannot be written: {error.strerror}."
        ) from error


def _recipients(told: argparse.Namespace) -> list[str]:
    named = [*told.recipient, *os.environ.get("KETNOI_RECIPIENTS", "").split(",")]
    listed = [told.recipients] if told.recipients else []
    kept = Path(os.environ.get("KETNOI_KEYS", "")) / "recipients.txt"
    return [
        *named,
        *(line for p in [*listed, kept] if p.is_file() for line in p.read_text().splitlines()),
    ]


def _progress(speak: Callable[[str], None]) -> Callable[[int, int], None]:
    """Say it at each further tenth."""
    last = [0]

    def tell(done: int, total: int) -> None:
        tenth = done * 10 // max(total, 1)
        if tenth > last[0]:
            last[0] = tenth
            speak(f"{tenth * 10} % ({done} / {total})")

    return tell
