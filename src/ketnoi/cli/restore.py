"""`ketnoi restore FILE [--trial]`: brings a copy back, or tries whether it would come back."""

import argparse
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ketnoi.cli import home
from ketnoi.cli.backup import remember
from ketnoi.cli.speech import MISUSE, Stop, say

if TYPE_CHECKING:
    from ketnoi.foundation.backup.report import Report
    from ketnoi.foundation.postgres import Cluster

RECORD = "restore-trial.json"
BESIDE = ".restoring"
SMALLEST_STEP = 10


def read(parser: argparse.ArgumentParser, typed: list[str]) -> argparse.Namespace:
    """Which file, with which keys, where to."""
    parser.add_argument("file", type=Path, metavar="FILE", help="bản sao / the copy")
    parser.add_argument("--trial", action="store_true", help="chỉ thử, rồi bỏ / only try it")
    add_keys(parser)
    parser.add_argument("--data", type=Path, metavar="DIR", help="thư mục mới / new folder")
    parser.add_argument("--env", type=Path, metavar="FILE", help="tệp cấu hình / settings file")
    return parser.parse_args(typed)


def add_keys(parser: argparse.ArgumentParser) -> None:
    """What opens a copy."""
    add = parser.add_argument
    add("--keys", type=Path, metavar="DIR", help="thư mục có root.key / folder with root.key")
    add("--datakeys", type=Path, metavar="FILE", help="tệp khóa dữ liệu / the …keys.age file")
    add("--identity", type=Path, metavar="FILE", help="khóa của một người giữ / a holder's age key")


def run(told: argparse.Namespace) -> int:
    """Bring it back and say what was found; 0 only when everything is as it was."""
    home.read_settings(told.env)
    if not told.file.is_file():
        raise Stop(f"Không thấy {told.file}.", f"{told.file} is not there.", MISUSE)
    if told.trial:
        return _answer(attempt(told), told)
    if os.environ.get("KETNOI_OWNER_URL") and not told.data:
        return _into_given_database(told)
    return _into_new_folder(told)


def attempt(told: argparse.Namespace) -> "Report":
    """Bring it back into a scratch cluster that is thrown away afterwards."""
    data = told.data or Path(os.environ.get("KETNOI_DIR") or home.default())
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    for left in data.glob("trial-*"):
        shutil.rmtree(left, ignore_errors=True)
    scratch = Path(tempfile.mkdtemp(prefix="trial-", dir=data))
    try:
        with cluster_in(scratch, keys_folder(told, data), fast=True):
            os.environ["KETNOI_DIR"] = str(data)
            report = brought_back(told)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    remember(RECORD, file=told.file.name, well=report.is_well, seconds=report.seconds)
    return report


def keys_folder(told: argparse.Namespace, data: Path) -> Path:
    """Where the key file of the old installation is."""
    from ketnoi.foundation.crypto import keyfile

    folder = told.keys or Path(os.environ.get("KETNOI_KEYS") or data / "keys")
    try:
        keyfile.read(folder)
    except keyfile.NoKey as error:
        raise Stop(
            f"{error} Hai trong ba người giữ khóa lấy lại được nó: ketnoi keys recover.",
            "The key file of the old installation is needed (--keys DIR); "
            "two of the three holders bring it back: ketnoi keys recover.",
        ) from error
    return folder


@contextmanager
def cluster_in(folder: Path, keys: Path, *, fast: bool = False) -> Iterator["Cluster"]:
    """A fresh cluster in a folder, running, with this process set up to use it."""
    from ketnoi.foundation.postgres import Cluster, held

    cluster = Cluster(folder, fast=fast)
    with held(cluster):
        os.environ.update(home.environment(cluster, mode="serve", owner=True))
        os.environ["KETNOI_KEYS"] = str(keys.absolute())
        yield cluster


def brought_back(told: argparse.Namespace) -> "Report":
    """Bring it back into the database of the environment. Says every refusal in two languages."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", home.SETTINGS)
    django.setup()
    from django.db import connections

    from ketnoi.foundation.backup import restoring

    lines = told.identity.read_text().splitlines() if told.identity else []
    try:
        copy = restoring.Copy.at(told.file, keys=told.datakeys, identities=lines)
        return restoring.restore(copy, _by_tenths())
    except tuple(_refusals()) as error:
        raise Stop(*_refusals()[type(error)]) from error
    finally:
        connections.close_all()


def _refusals() -> dict[type[Exception], tuple[str, str]]:
    """Why a copy does not come back, in both languages."""
    from ketnoi.foundation.backup import loading, restoring
    from ketnoi.foundation.envelope import age, frames, sealing

    other_version = (
        "Bản sao này của một phiên bản Kết Nối khác. Hãy dùng đúng phiên bản hoặc mới hơn.",
        "This copy was made by another version of Kết Nối: use that one or a newer one.",
    )
    return {
        frames.Damaged: (
            "Bản sao bị hỏng hoặc thiếu một phần; không có gì được khôi phục.",
            "The copy is damaged or cut off; nothing was brought back.",
        ),
        sealing.NoKeyFits: (
            "Không khóa nào ở đây mở được bản sao này, hoặc đầu tệp bị hỏng.",
            "No key at hand opens this copy, or its head is damaged.",
        ),
        age.NoRecipient: ("Tệp --identity không phải khóa age.", "--identity is no age key."),
        restoring.NoKeyStream: (
            "Không thấy tệp khóa dữ liệu (….keys.age) cạnh bản sao. Dùng --datakeys FILE.",
            "The keys of persons (….keys.age) are not beside the copy. Use --datakeys FILE.",
        ),
        restoring.NewerCopy: other_version,
        loading.OtherTables: other_version,
    }


def _into_new_folder(told: argparse.Namespace) -> int:
    target = told.data or home.default()
    if (target / "pg").exists():
        raise Stop(
            f"Trong {target} đã có dữ liệu. Hãy chọn thư mục mới: --data DIR.",
            f"There are data in {target} already. Choose a new folder: --data DIR.",
        )
    keys = keys_folder(told, target).absolute()
    beside = target.with_name(target.name + BESIDE)
    shutil.rmtree(beside, ignore_errors=True)
    try:
        with cluster_in(beside, keys):
            report = brought_back(told)
        if report.is_well:
            _move_in(beside, target, keys)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return _answer(report, told, where=target)


def _move_in(beside: Path, target: Path, keys: Path) -> None:
    """What was proven takes its place; the key file goes with it unless it lies elsewhere."""
    target.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name in ("keys", "log"):
        (target / name).mkdir(mode=0o700, exist_ok=True)
    for password in (beside / "keys").iterdir():
        shutil.copy2(password, target / "keys" / password.name)
    if not (target / "keys" / "root.key").exists():
        shutil.copy2(keys / "root.key", target / "keys" / "root.key")
    (beside / "pg").rename(target / "pg")


def _into_given_database(told: argparse.Namespace) -> int:
    from ketnoi.foundation.postgres import inspect

    keys = keys_folder(told, Path(os.environ.get("KETNOI_DIR") or home.default()))
    os.environ["KETNOI_KEYS"] = str(keys.absolute())
    if inspect.people(os.environ["KETNOI_OWNER_URL"]):
        raise Stop(
            "Cơ sở dữ liệu này đang có hồ sơ. Hãy khôi phục vào một cơ sở dữ liệu trống.",
            "There are files in this database. Bring the copy back into an empty one.",
        )
    return _answer(brought_back(told), told)


def _answer(report: "Report", told: argparse.Namespace, where: Path | None = None) -> int:
    print("\n".join(report.lines()))
    if report.is_well and where:
        say(f"Đã khôi phục vào {where}. / Brought back into {where}.")
    return 0 if report.is_well else 1


def _by_tenths() -> Callable[[str], None]:
    """Counts are said at each further tenth, everything else at once."""
    last = [""]

    def tell(line: str) -> None:
        done, slash, total = line.partition(" / ")
        if slash and done.isdigit() and total.isdigit():
            line = f"{int(done) * SMALLEST_STEP // max(int(total), 1) * SMALLEST_STEP} %"
        if line != last[0]:
            last[0] = line
            say(line)

    return tell
