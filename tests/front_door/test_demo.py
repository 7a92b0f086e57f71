"""A demo starts with one command, heals itself, and leaves nothing behind."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from ketnoi.cli import home
from tests.front_door.typing import ketnoi

pytestmark = pytest.mark.db
PATIENCE = 120


class Demo:
    """A running demo."""

    def __init__(self, folder):
        self.folder = folder
        self.log = folder.parent / "said"
        self.start()

    def start(self):
        command = [sys.executable, "-m", "ketnoi", "demo", "--json", "--port", "0"]
        with self.log.open("w") as said:
            self.process = subprocess.Popen(
                [*command, "--data", str(self.folder)],
                env=home.inherited(),
                stdout=subprocess.PIPE,
                stderr=said,
                text=True,
            )
        line = self.process.stdout.readline()
        assert line, self.log.read_text()
        self.ready = json.loads(line)

    def answers(self):
        try:
            with urllib.request.urlopen(self.ready["url"], timeout=10) as page:  # noqa: S310
                return page.status == 200
        except OSError:
            return False

    def child(self, word):
        found = [pid for pid in family(self.process.pid) if word in command(pid)]
        return found[0] if found else 0

    def stop(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        self.process.wait(PATIENCE)
        self.process.stdout.close()


def command(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


def family(parent):
    try:
        return [int(p) for p in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]
    except OSError:
        return []


def descendants(parent):
    return [found for child in family(parent) for found in (child, *descendants(child))]


def until(condition):
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.1)


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    running = Demo(tmp_path_factory.mktemp("demo") / "data")
    yield running
    running.stop()


def test_it_says_in_one_line_where_it_is_and_who_one_can_be(demo):
    assert demo.ready["url"].startswith("http://localhost:")
    assert all(set(p) == {"key", "role", "agency", "sign_in"} for p in demo.ready["people"])
    assert all(p["sign_in"].startswith("/cb/vao-vai/") for p in demo.ready["people"])
    assert demo.answers()


def test_a_second_one_in_the_same_folder_is_refused_in_one_sentence(demo):
    said = ketnoi("demo", "--data", str(demo.folder))

    assert said.returncode == 1
    assert demo.ready["url"] in said.stderr
    assert len(said.stderr.splitlines()) == 1


@pytest.mark.parametrize("word", ["granian", "procrastinate", "bin/postgres"])
def test_a_process_that_is_killed_comes_back(demo, word):
    was = demo.child(word)

    os.kill(was, signal.SIGKILL)

    until(lambda: demo.child(word) not in (0, was))
    until(demo.answers)


def test_a_web_process_that_is_killed_comes_back(demo):
    web = demo.child("granian")
    was = next(pid for pid in family(web) if "granian" in command(pid))

    os.kill(was, signal.SIGKILL)

    until(lambda: was not in family(web) and len(family(web)) > 1)
    until(demo.answers)


def test_the_doctor_finds_no_failure_while_it_runs(demo):
    said = ketnoi("doctor", "--json", "--data", str(demo.folder))

    assert [f for f in json.loads(said.stdout) if f["state"] == "fail"] == []
    assert said.returncode == 0


def test_the_processes_of_pages_do_not_know_the_owner(demo):
    told = Path(f"/proc/{demo.child('granian')}/environ").read_bytes()

    assert b"ketnoi_app" in told
    assert b"ketnoi_owner" not in told


def test_the_second_start_prepares_nothing(demo):
    demo.stop()
    demo.start()

    assert "Opening" in demo.log.read_text()
    assert "Preparing" not in demo.log.read_text()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_when_it_ends_nothing_is_left(demo, how):
    everybody = descendants(demo.process.pid)

    demo.stop(how)

    until(lambda: not any(command(pid) for pid in everybody))
    assert len(everybody) > 5
    demo.start()
