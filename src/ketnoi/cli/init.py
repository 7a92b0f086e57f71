"""`ketnoi init`: asks what a real installation needs, makes its key, writes its settings."""

import argparse
import os
import sys
from pathlib import Path

from ketnoi.cli import home
from ketnoi.cli.speech import Stop, say

QUESTIONS = {
    "host": ("KETNOI_HOSTS", "Tên miền / domain name", ""),
    "database": ("DATABASE_URL", "Địa chỉ CSDL, vai ứng dụng / database, app role", ""),
    "owner": ("KETNOI_OWNER_URL", "Địa chỉ CSDL, vai chủ / database, owner role", ""),
    "keys": ("KETNOI_KEYS", "Thư mục khóa, khác ổ với dữ liệu / key folder", "/etc/ketnoi/keys"),
    "data": ("KETNOI_DIR", "Thư mục dữ liệu / data folder", "/var/lib/ketnoi"),
    "sender": ("KETNOI_FROM", "Thư gửi từ địa chỉ nào / mail is sent from", "ket-noi@localhost"),
    "tls": ("KETNOI_TLS", "HTTPS: proxy | off", "proxy"),
}


def read(parser: argparse.ArgumentParser, typed: list[str]) -> argparse.Namespace:
    """Every question can be answered by a flag."""
    for name, (_, question, default) in QUESTIONS.items():
        shown = f"{question} [{default}]" if default else question
        parser.add_argument(f"--{name}", metavar="…", help=shown)
    parser.add_argument("--env", type=Path, metavar="FILE", help="tệp cấu hình / settings file")
    return parser.parse_args(typed)


def run(told: argparse.Namespace) -> int:
    """Ask, make the key, write the settings, and say what comes next."""
    from ketnoi.foundation.crypto import keyfile

    path = told.env or home.settings_file()
    if path.exists():
        raise Stop(f"{path} đã có. Hãy xóa hoặc chọn --env khác.", f"{path} exists already.")
    answers = {key: _answer(told, name) for name, (key, _, _) in QUESTIONS.items()}
    try:
        key = keyfile.create(Path(answers["KETNOI_KEYS"]))
        _write(path, answers)
    except OSError as error:
        raise Stop(
            f"Không ghi được {error.filename}.", f"{error.filename} cannot be written."
        ) from error
    say(_next(path, key))
    return 0


def _answer(told: argparse.Namespace, name: str) -> str:
    _, question, default = QUESTIONS[name]
    given = getattr(told, name)
    if given is None and sys.stdin.isatty():
        given = input(f"{question}{f' [{default}]' if default else ''}: ").strip()
    answer = given or default
    if not answer or "\n" in answer:
        raise Stop(f"Cần biết: {question}. Dùng --{name}.", f"needed: --{name}.")
    return answer


def _write(path: Path, answers: dict[str, str]) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.writelines(f"{key}={value}\n" for key, value in answers.items())


def _next(path: Path, key: Path) -> str:
    return (
        f"Đã ghi {path} và tệp khóa {key}.\n"
        "Việc tiếp theo / next:\n"
        f"  1. Cất một bản tệp khóa ở nơi khác: không có nó thì không ai đọc lại được dữ liệu. /\n"
        f"     Keep a copy of the key file elsewhere: without it nobody can read the data again.\n"
        f"  2. ketnoi manage --env {path} migrate\n"
        f"  3. ketnoi doctor --env {path}\n"
        f"  4. ketnoi serve --env {path}"
    )
