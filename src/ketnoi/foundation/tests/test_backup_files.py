"""Files of a copy: whole or not there, sealed, and a single changed byte is noticed."""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnoi.foundation.backup import shredlog
from ketnoi.foundation.envelope import age, keeping, sealing
from ketnoi.foundation.envelope.frames import END, LAST, MANIFEST, ROWS, TABLE, Damaged, said

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 25, 2, tzinfo=UTC)
WORD = b"con canary trong long"


class Kept:
    """A reader that keeps what it is told."""

    def __init__(self):
        self.told, self.data = [], b""

    def manifest(self, told):
        self.told.append(told)

    def table(self, told):
        self.told.append(told)

    def rows(self, data):
        self.data += data

    def end(self):
        self.told.append("end")


def frames(data=WORD, *, total=None):
    yield said(MANIFEST, {"stream": "copy"})
    yield said(TABLE, {"table": "t"})
    for start in range(0, len(data), 1000):
        yield ROWS, data[start : start + 1000]
    yield said(END, {"rows": 1, "sum": total or _sum(data)})
    yield said(LAST, {})


def _sum(data):
    import hashlib

    return hashlib.sha256(data).hexdigest()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / keeping.name(NOW, keeping.COPY)
    sealing.write(path, frames(WORD * 9000), age.recipients([]))
    return path


def test_what_is_written_is_read_again(file):
    kept = Kept()

    sealing.read(file, age.identities([]), kept)

    assert kept.data == WORD * 9000
    assert kept.told == [{"stream": "copy"}, {"table": "t"}, "end"]


def test_nothing_of_it_stands_there_in_clear(file):
    assert WORD not in file.read_bytes()
    assert file.stat().st_mode & 0o077 == 0


def test_a_key_holder_opens_it_and_nobody_else(tmp_path):
    holder, thief = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    path = tmp_path / "one"
    sealing.write(path, frames(), age.recipients([f"{holder.to_public()}  # Hội Phụ nữ"]))

    sealing.read(path, [holder], Kept())

    with pytest.raises(sealing.NoKeyFits):
        sealing.read(path, [thief], Kept())


def test_a_line_that_is_no_recipient_is_refused():
    with pytest.raises(age.NoRecipient):
        age.recipients(["age1khong"])


@pytest.mark.parametrize("at", [0.2, 0.5, 0.9, 0.999])
def test_one_changed_byte_is_noticed(file, at):
    data = bytearray(file.read_bytes())
    data[int(len(data) * at)] ^= 1
    file.write_bytes(data)

    with pytest.raises((Damaged, sealing.NoKeyFits)):
        sealing.read(file, age.identities([]), Kept())


@pytest.mark.parametrize("part", [0.1, 0.5, 0.99])
def test_a_file_that_was_cut_off_is_noticed(file, part):
    data = file.read_bytes()
    file.write_bytes(data[: int(len(data) * part)])

    with pytest.raises(Damaged):
        sealing.read(file, age.identities([]), Kept())


def test_rows_that_are_not_those_that_were_counted_are_noticed(tmp_path):
    sealing.write(tmp_path / "one", frames(total="0" * 64), age.recipients([]))

    with pytest.raises(Damaged):
        sealing.read(tmp_path / "one", age.identities([]), Kept())


def test_a_full_disk_leaves_no_half_file(tmp_path):
    path = tmp_path / "one"
    (tmp_path / ".one.part").symlink_to("/dev/full")

    with pytest.raises(sealing.DiskFull):
        sealing.write(path, frames(os.urandom(500_000)), age.recipients([]))

    assert list(tmp_path.iterdir()) == []


def test_what_goes_wrong_while_reading_out_leaves_no_half_file(tmp_path):
    def broken():
        yield from frames(os.urandom(500_000))
        raise ConnectionError

    with pytest.raises(ConnectionError):
        sealing.write(tmp_path / "one", broken(), age.recipients([]))

    assert list(tmp_path.iterdir()) == []


def test_a_kill_in_the_middle_leaves_no_copy_and_is_swept_up(tmp_path):
    name = keeping.name(NOW, keeping.COPY)
    code = (
        "import os, sys, signal, pyrage, pathlib\n"
        "from ketnoi.foundation.envelope import sealing\n"
        "def frames():\n"
        "    yield b'R', os.urandom(3_000_000)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "to = pyrage.x25519.Identity.generate().to_public()\n"
        f"sealing.write(pathlib.Path(sys.argv[1]) / '{name}', frames(), [to])\n"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}

    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], env=env, check=False)

    assert done.returncode == -signal.SIGKILL
    assert keeping.copies(tmp_path) == []
    assert [p.name for p in keeping.sweep(tmp_path, now=NOW)] == [f".{name}.part"]
    assert list(tmp_path.iterdir()) == []


@given(st.sets(st.integers(0, 900), min_size=1, max_size=200))
def test_kept_are_the_newest_days_weeks_and_months(days):
    moments = {NOW - timedelta(days=d) for d in days}

    stay = keeping.kept(moments)

    assert max(moments) in stay
    assert (
        sorted(moments, reverse=True)[: keeping.DAYS]
        == sorted(stay, reverse=True)[: min(keeping.DAYS, len(moments))]
    )
    assert len(stay) <= keeping.DAYS + keeping.WEEKS + keeping.MONTHS
    assert len({(m.year, m.month) for m in stay}) == min(
        keeping.MONTHS, len({(m.year, m.month) for m in moments})
    )


def test_keys_of_persons_go_after_35_days_and_copies_stay(tmp_path):
    for days in (0, 34, 36):
        for kind in (keeping.COPY, keeping.KEYS):
            (tmp_path / keeping.name(NOW - timedelta(days=days), kind)).touch()

    keeping.sweep(tmp_path, now=NOW)

    assert len(keeping.copies(tmp_path, keeping.KEYS)) == 2
    assert len(keeping.copies(tmp_path)) == 3


def test_files_of_others_in_the_folder_are_left_alone(tmp_path):
    for name in ("ketnoi-cu.copy.age", "ghi-chu.txt", "ketnoi-2026.copy.age"):
        (tmp_path / name).touch()

    assert keeping.sweep(tmp_path, now=NOW) == []


def entry(number):
    return shredlog.Entry(f"k{number}", "p", "a", NOW.isoformat(), "request")


def test_the_shred_log_forgets_nothing_it_once_knew(tmp_path):
    shredlog.write(tmp_path, {entry(1)})

    shredlog.write(tmp_path, {entry(2)})

    assert shredlog.read(tmp_path) == {entry(1), entry(2)}


@pytest.mark.parametrize(("was", "now"), [("k1", "k9"), ('"shreds"', '"shredz"'), ("}", "")])
def test_a_changed_shred_log_is_noticed(tmp_path, was, now):
    shredlog.write(tmp_path, {entry(1)})
    path = tmp_path / shredlog.NAME
    path.write_text(path.read_text().replace(was, now))

    with pytest.raises(Damaged):
        shredlog.read(tmp_path)
