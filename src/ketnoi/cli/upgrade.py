"""`ketnoi upgrade --check`: tries the new tables on a copy, and says how long it takes."""

import argparse
import os
from pathlib import Path

from ketnoi.cli import home, restore
from ketnoi.cli.speech import MISUSE, Stop


def read(parser: argparse.ArgumentParser, typed: list[str]) -> argparse.Namespace:
    """Which copy; the newest one unless said otherwise."""
    add = parser.add_argument
    add("--check", action="store_true", help="thử trên bản sao, không đổi gì / try it on a copy")
    add("--file", type=Path, metavar="FILE", help="bản sao nào / which copy")
    add("--to", type=Path, metavar="DIR", help="thư mục cất bản sao / folder of the copies")
    restore.add_keys(parser)
    add("--data", type=Path, metavar="DIR", help="thư mục dữ liệu / data folder")
    add("--env", type=Path, metavar="FILE", help="tệp cấu hình / settings file")
    return parser.parse_args(typed)


def run(told: argparse.Namespace) -> int:
    """Bring the newest copy back beside the installation, upgrade it there, and say how it went."""
    home.read_settings(told.env)
    if not told.check:
        raise Stop("Dùng: ketnoi upgrade --check.", "Use: ketnoi upgrade --check.", MISUSE)
    told.file = told.file or _newest(told)
    report = restore.attempt(told)
    steps = len(report.pending)
    print("\n".join([*report.lines(), *(f"  {step}" for step in report.pending)]))
    took = report.seconds.get("upgrade", 0.0)
    print(
        f"{steps} bước cập nhật bảng, {took:.1f} giây trên máy này. / "
        f"{steps} migrations, {took:.1f} s on this machine."
    )
    return 0 if report.is_well else 1


def _newest(told: argparse.Namespace) -> Path:
    from ketnoi.foundation.envelope import keeping

    data = told.data or Path(os.environ.get("KETNOI_DIR") or home.default())
    folder = told.to or Path(os.environ.get("KETNOI_BACKUPS") or data / "backups")
    for path in keeping.copies(folder):
        return path
    raise Stop(f"Chưa có bản sao trong {folder}.", f"There is no copy in {folder}.")
