"""`ketnoi linkage`: the small service between installations, on a machine that holds no files."""

import argparse
import subprocess
from pathlib import Path

from ketnoi.cli import home
from ketnoi.cli.processes import LOOPBACK
from ketnoi.cli.speech import Stop, say

FOLDER, PORT = Path(".ketnoi-linkage"), 8471


def read(parser: argparse.ArgumentParser, typed: list[str]) -> argparse.Namespace:
    """What can be said to the service."""
    add = parser.add_argument
    add("--data", type=Path, default=FOLDER, metavar="DIR", help="thư mục riêng / its own folder")
    add("--address", default=LOOPBACK, help="địa chỉ nghe / address to listen on")
    add("--port", type=int, default=PORT, metavar="N", help="cổng / port")
    add("--admit", metavar="…", help="nhận một nơi, với cách liên hệ / admit a desk, its contact")
    return parser.parse_args(typed)


def run(told: argparse.Namespace) -> int:
    """Start it in a process of its own, away from any database."""
    if (told.data / "pg").exists():
        raise Stop("Thư mục này có hồ sơ. Hãy chọn nơi khác.", "This folder holds files.")
    admits = ["--admit", told.admit] if told.admit else []
    where = ["--data", str(told.data), "--address", told.address, "--port", str(told.port)]
    if not told.admit:
        say(f"Đang trả lời ở cổng {told.port}. / Answering on port {told.port}.")
    command = home.python("ketnoi.linkage.rules.exchange", *where, *admits)
    return subprocess.run(command, env=_without_database(), check=False).returncode


def _without_database() -> dict[str, str]:
    return {k: v for k, v in home.inherited().items() if not k.startswith(("KETNOI_", "DATABASE"))}
