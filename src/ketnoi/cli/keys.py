"""`ketnoi keys`: change keys while the house is open, escrow the root key, recover it."""

import argparse
import json
import os
from pathlib import Path
from typing import Any

from ketnoi.cli import home
from ketnoi.cli.speech import MISUSE, Stop, say

CLASSES = ("root", "identity", "narrative", "attachment", "index", "linkage", "audit", "context")
DID = ("status", "rotate", "escrow", "recover")


def read(parser: argparse.ArgumentParser, typed: list[str]) -> argparse.Namespace:
    """What is to be done with keys, and where the installation is."""
    add = parser.add_argument
    add("what", choices=DID, metavar="VIỆC", help=" | ".join(DID))
    add(
        "--class",
        dest="kinds",
        action="append",
        choices=CLASSES,
        help="chỉ loại khóa này / only this class; không nói gì: tất cả / none: all of them",
    )
    add("--to", action="append", default=[], metavar="age1…", help="một người giữ / a holder")
    add("--identity", action="append", default=[], type=Path, metavar="FILE", help="của người giữ")
    add("--file", type=Path, metavar="FILE", help="tệp ký gửi / the escrow file")
    add("--keys", type=Path, metavar="DIR", help="thư mục khóa / key folder")
    add("--json", action="store_true", help="cho chương trình đọc / for a program")
    add("--data", type=Path, metavar="DIR", help="thư mục dữ liệu / data folder")
    add("--env", type=Path, metavar="FILE", help="tệp cấu hình / settings file")
    return parser.parse_args(typed)


def run(told: argparse.Namespace) -> int:
    """Do it; what needs the database is done as the owner of the tables."""
    from ketnoi.foundation.crypto.escrow import NoEscrow
    from ketnoi.foundation.crypto.keyfile import NoKey

    try:
        if told.what in ("escrow", "recover"):
            return _escrow(told) if told.what == "escrow" else _recover(told)
        return _with_database(told)
    except (NoEscrow, NoKey, OSError) as error:
        raise Stop(str(error), "") from error


def _with_database(told: argparse.Namespace) -> int:
    from ketnoi.foundation.postgres import Cluster, held

    home.read_settings(told.env)
    if os.environ.get("DATABASE_URL") and not told.data:
        if not os.environ.get("KETNOI_OWNER_URL"):
            raise Stop("Cần KETNOI_OWNER_URL.", "KETNOI_OWNER_URL is needed.", MISUSE)
        return _answer(told)
    cluster = Cluster(told.data or home.default())
    if not cluster.exists():
        raise Stop("Chưa có dữ liệu ở đây.", "there are no data here.", MISUSE)
    with held(cluster):
        os.environ.update(home.environment(cluster, mode="demo", owner=True))
        return _answer(told)


def _answer(told: argparse.Namespace) -> int:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", home.SETTINGS)
    django.setup()
    return _rotate(told) if told.what == "rotate" else _status(told)


def _rotate(told: argparse.Namespace) -> int:
    from ketnoi.foundation import rotation

    asked = told.kinds or ["root"]
    is_root = "root" in asked
    kinds = rotation.ROTATES if is_root else asked
    finished = rotation.go_on(say)
    if not set(kinds) <= set(finished):
        rotation.begin(kinds, new_root=is_root)
        rotation.go_on(say)
    say("Xong. Khóa cũ không còn mở dòng nào. / Done: no row needs the old key.")
    if is_root:
        say(
            "Tệp root-….old chỉ còn mở các bản sao lưu cũ: cất riêng hoặc xóa, rồi ký gửi lại. / "
            "The root-….old file opens older backups only: keep it apart or delete it, then "
            "run: ketnoi keys escrow."
        )
    return 0


def _status(told: argparse.Namespace) -> int:
    from ketnoi.foundation import rotation

    found = rotation.standings()
    if told.json:
        print(json.dumps([_plain(one) for one in found]))
        return 0
    for one in found:
        print(f"{one.kind:10} {_lives(one):28} {one.rows:>9} {one.waiting:>9}")
    return 0


def _lives(one: Any) -> str:
    return " + ".join(map(str, one.generations))


def _plain(one: Any) -> dict[str, object]:
    said = {name: getattr(one, name) for name in ("kind", "rows", "waiting")}
    return {**said, "generations": [str(g) for g in one.generations]}


def _escrow(told: argparse.Namespace) -> int:
    from ketnoi.foundation.crypto import escrow, keyfile

    folder = _folder(told)
    text = escrow.write(keyfile.read(folder), told.to)
    path = told.file or folder / escrow.NAME
    path.write_text(text)
    if path != folder / escrow.NAME:
        (folder / escrow.NAME).write_text(text)
    say(f"Đã ghi {path}. Đưa mỗi người giữ một bản. / Written: give each holder a copy.")
    return 0


def _recover(told: argparse.Namespace) -> int:
    from ketnoi.foundation.crypto import escrow, keyfile

    if not told.file or len(told.identity) < 2:  # noqa: PLR2004 - two of three
        raise Stop("Cần --file và hai --identity.", "--file and two --identity.", MISUSE)
    secrets = [escrow.secret_in(path.read_text()) for path in told.identity]
    root = escrow.recover(told.file.read_text(), secrets)
    folder = _folder(told)
    path = keyfile.add(folder, root, keyfile.NAME)
    if keyfile.read(folder) != root:
        raise Stop(f"{path} đã có một khóa khác.", f"{path} holds another key already.")
    say(f"Đã có lại khóa: {path}. / The key is back: {path}.")
    return 0


def _folder(told: argparse.Namespace) -> Path:
    home.read_settings(told.env)
    data = told.data or home.default()
    return told.keys or Path(os.environ.get("KETNOI_KEYS") or data / "keys")
