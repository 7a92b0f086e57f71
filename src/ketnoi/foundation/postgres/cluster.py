"""One PostgreSQL cluster in one folder: made once, started as a child, stopped in order."""

import contextlib
import hashlib
import os
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from ketnoi.foundation.postgres import binaries
from ketnoi.foundation.postgres.trouble import Trouble

ROOT, OWNER, APP = "postgres", "ketnoi_owner", "ketnoi_app"
DATABASE = "ketnoi"
MARK = "ketnoi-embedded"
SOCKET = ".s.PGSQL.5432"
LONGEST_SOCKET = 100
HAS_OWN_LOCALE = 17
SAFE = {
    "cluster_name": MARK,
    "listen_addresses": "",
    "password_encryption": "scram-sha-256",
    "log_statement": "none",
    "log_min_error_statement": "panic",
    "log_min_duration_statement": "-1",
    "log_parameter_max_length_on_error": "0",
    "log_checkpoints": "off",
    "timezone": "UTC",
    "max_connections": "60",
    "shared_buffers": "64MB",
}
# Tests may lose everything with the machine: they are built again from the files.
FAST = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}


class Cluster:
    """A cluster in the folder `home`: its data in `pg`, its passwords in `keys`."""

    def __init__(self, home: Path, *, fast: bool = False, **settings: str) -> None:
        self.home = Path(home).absolute()
        self.data = self.home / "pg"
        self.fast = fast
        self.settings = SAFE | (FAST if fast else {}) | settings

    @property
    def socket(self) -> Path:
        """The folder of the socket. A long path would not fit into a socket address."""
        near = self.home / "run"
        if len(str(near / SOCKET)) < LONGEST_SOCKET:
            return near
        mark = hashlib.sha256(str(self.home).encode()).hexdigest()[:12]
        return Path("/tmp") / f"ketnoi-{os.geteuid()}-{mark}"  # noqa: S108 - of mode 0700, and ours

    @property
    def log(self) -> Path:
        """Where PostgreSQL writes what happens to it."""
        return self.home / "log" / "postgresql.log"

    def url(self, role: str, database: str = DATABASE) -> str:
        """The address of a database for one role, with its password."""
        return (
            f"postgresql://{role}:{self.password(role)}@/{database}?host={quote(str(self.socket))}"
        )

    def password(self, role: str) -> str:
        """The password of a role: made at random the first time, kept in a file of mode 0600."""
        path = self.home / "keys" / f"{role}.password"
        _private(path.parent)
        if not path.exists():
            with tempfile.NamedTemporaryFile("w", dir=path.parent) as file:
                file.write(secrets.token_urlsafe(24))
                file.flush()
                with contextlib.suppress(FileExistsError):
                    os.link(file.name, path)
        return path.read_text()

    def exists(self) -> bool:
        """Whether the cluster was made."""
        return (self.data / "PG_VERSION").exists()

    def answers(self) -> bool:
        """Whether the server takes connections."""
        ready = [str(self._bin / "pg_isready"), "-q", "-h", str(self.socket)]
        return (self.socket / SOCKET).exists() and _run(ready).returncode == 0

    def make(self) -> None:
        """Make the cluster, its three roles and the empty database, the first time."""
        for folder in (self.home, self.home / "log", self.socket):
            _private(folder)
        if self.exists():
            return
        fresh = self.home / "pg.new"
        shutil.rmtree(fresh, ignore_errors=True)
        with self._password_file(fresh) as file:
            self._must("initdb", "-D", str(fresh), f"--pwfile={file}", *self._init_options())
        self._must("postgres", "--single", "-D", str(fresh), ROOT, said=self._roles())
        fresh.rename(self.data)

    def start(self, seconds: float = 60) -> subprocess.Popen:
        """Start the server as a child of this process, and come back when it answers.

        After a crash the lock of the old server may hold for a moment: then try again.
        """
        self.make()
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            server = self._spawn()
            while server.poll() is None:
                if self.answers():
                    return server
                time.sleep(0.03)
            time.sleep(0.3)
        raise Trouble(f"PostgreSQL không chạy được, xem {self.log}. / PostgreSQL does not start.")

    def _spawn(self) -> subprocess.Popen:
        command = [*binaries.identity(), *_dies_with_us(), str(self._bin / "postgres")]
        command += ["-D", str(self.data), "-c", f"unix_socket_directories={self.socket}"]
        for name, value in self.settings.items():
            command += ["-c", f"{name}={value}"]
        with self.log.open("ab") as log:
            return subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                env=_clean_environment(),
            )

    @property
    def _bin(self) -> Path:
        major = int((self.data / "PG_VERSION").read_text()) if self.exists() else None
        return binaries.reachable(binaries.folder(major), self.home / "run" / "programs")

    def _init_options(self) -> list[str]:
        options = ["-U", ROOT, "-E", "UTF8", "-A", "scram-sha-256", "--data-checksums"]
        if binaries.version(self._bin) >= HAS_OWN_LOCALE:
            return [
                *options,
                "--locale=C.UTF-8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
            ]
        return [*options, "--locale=C.UTF-8"]

    def _roles(self) -> str:
        # The owner passes row security, so that its definer functions and checks see every row.
        # The application owns nothing and passes nothing.
        rights = {OWNER: "BYPASSRLS", APP: "NOBYPASSRLS"}
        made = [
            f"CREATE ROLE {role} LOGIN NOSUPERUSER {right} PASSWORD '{self.password(role)}'"
            for role, right in rights.items()
        ]
        return "\n".join([*made, f"CREATE DATABASE {DATABASE} OWNER {OWNER}", ""])

    @contextlib.contextmanager
    def _password_file(self, fresh: Path) -> Iterator[Path]:
        with tempfile.TemporaryDirectory(dir=self.home) as folder:
            path = Path(folder) / "password"
            path.touch(mode=0o600)
            path.write_text(self.password(ROOT))
            fresh.mkdir(mode=0o700)
            if binaries.identity() == binaries.AS_NOBODY:
                _give_away(Path(folder), path, fresh, self.socket)
            yield path

    def _must(self, program: str, *options: str, said: str = "") -> None:
        command = [*binaries.identity(), str(self._bin / program), *options]
        done = _run(command, said=said)
        if done.returncode:
            last = (done.stderr or done.stdout).strip().splitlines()[-3:]
            raise Trouble(f"{program}: {' '.join(last)}")


def stop(server: subprocess.Popen, seconds: float = 20) -> None:
    """Stop a server in order: its clients are sent away, everything committed is on disk."""
    if server.poll() is None:
        server.send_signal(signal.SIGINT)
    try:
        server.wait(seconds)
    except subprocess.TimeoutExpired:
        server.send_signal(signal.SIGQUIT)
        server.wait(5)


def _private(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.is_symlink() or folder.lstat().st_uid not in (os.geteuid(), binaries.NOBODY):
        raise Trouble(f"{folder} là của người khác. / {folder} belongs to somebody else.")


def _give_away(*paths: Path) -> None:
    for path in paths:
        os.chown(path, binaries.NOBODY, binaries.NOBODY)
    if not all(binaries.nobody_opens(path) for path in paths):
        raise Trouble(
            f"PostgreSQL không mở được {paths[-1]}. Hãy chọn thư mục khác bằng --data. / "
            f"PostgreSQL cannot open {paths[-1]}: choose another folder with --data."
        )


def _dies_with_us() -> tuple[str, ...]:
    # Whatever happens to its parent, the server is told to stop.
    return ("setpriv", "--pdeathsig", "INT") if shutil.which("setpriv") else ()


def _clean_environment() -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PG")}
    return {**kept, "LC_ALL": "C.UTF-8"}


def _run(command: list[str], *, said: str = "") -> subprocess.CompletedProcess:
    return subprocess.run(
        command, input=said, capture_output=True, text=True, check=False, env=_clean_environment()
    )
