"""`ketnoi trail`: check the whole trail, and show the seal that others should keep."""

import argparse
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from ketnoi.cli import home
from ketnoi.cli.speech import MISUSE, Stop

if TYPE_CHECKING:
    from ketnoi.foundation.trail.seals import Seal

WHAT = ("verify", "seal")


def read(parser: argparse.ArgumentParser, typed: list[str]) -> argparse.Namespace:
    """What can be asked of the trail."""
    add = parser.add_argument
    add("what", choices=WHAT, help="kiểm tra, hay in dấu niêm mới nhất / check, or show the seal")
    add(
        "--heads",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="dấu niêm mà nơi khác giữ: thư, tệp, hay số chép tay / seals kept elsewhere",
    )
    add("--elsewhere", action="store_true", help="không có khóa của nơi ấy / without its keys")
    add("--json", action="store_true", help="cho chương trình đọc / for a program")
    add("--data", type=Path, metavar="DIR", help="thư mục dữ liệu / data folder")
    add("--env", type=Path, metavar="FILE", help="tệp cấu hình / settings file")
    return parser.parse_args(typed)


def run(told: argparse.Namespace) -> int:
    """Do it with the database of the settings, or with the embedded one."""
    from ketnoi.foundation.postgres import Cluster, held

    home.read_settings(told.env)
    if os.environ.get("DATABASE_URL") and not told.data:
        return _run(told)
    cluster = Cluster(told.data or home.default())
    if not cluster.exists():
        raise Stop("Ở đây chưa có dữ liệu nào.", "There are no data here.", MISUSE)
    with held(cluster):
        os.environ.update(home.environment(cluster, mode="demo", owner=True))
        return _run(told)


def _run(told: argparse.Namespace) -> int:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", home.SETTINGS)
    django.setup()
    return _verify(told) if told.what == "verify" else _show()


def _show() -> int:
    from ketnoi.foundation.trail import sealing

    made = sealing.seal() or sealing.latest()
    if made is None:
        raise Stop("Chưa có dòng nào để niêm.", "There is nothing to seal yet.")
    print(f"{made.line}\n{made.spoken}")
    return 0


def _verify(told: argparse.Namespace) -> int:
    from ketnoi.foundation.trail.verify import verify

    if not os.environ.get("KETNOI_OWNER_URL"):
        raise Stop("Cần KETNOI_OWNER_URL để kiểm tra.", "KETNOI_OWNER_URL is needed.", MISUSE)
    kept = [seal for path in told.heads for seal in _kept(path)]
    broken = verify(kept=kept, own_key=not told.elsewhere)
    if told.json:
        print(json.dumps([{"chain": str(b.chain), "seq": b.seq, "why": b.why} for b in broken]))
        return 1 if broken else 0
    for place in broken:
        print(f"{place.why}: {place.chain} {place.seq}")
    print(_summary(len(broken), len(kept)))
    return 1 if broken else 0


def _kept(path: Path) -> "list[Seal | tuple[int, str]]":
    from ketnoi.foundation.trail.seals import NotASeal, read

    try:
        found = list(read(path.read_text(errors="replace")))
    except (OSError, NotASeal) as error:
        raise Stop(f"Không đọc được {path}.", f"{path} cannot be read.", MISUSE) from error
    if not found:
        raise Stop(f"{path} không có dấu niêm nào.", f"There is no seal in {path}.", MISUSE)
    return found


def _summary(broken: int, kept: int) -> str:
    if broken:
        return f"{broken} chỗ không còn nguyên / {broken} places do not hold"
    if not kept:
        return (
            "Nguyên vẹn, nhưng chưa so với dấu niêm ở nơi khác (--heads). / "
            "It holds, but was compared with no seal kept elsewhere (--heads)."
        )
    return f"Nguyên vẹn, khớp {kept} dấu niêm. / It holds and agrees with {kept} kept seals."
