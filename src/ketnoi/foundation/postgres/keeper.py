"""The process that runs a cluster while somebody uses it: `python -m … keeper FOLDER [fast]`.

It goes to the background; the command comes back when the server answers or cannot run.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from ketnoi.foundation.postgres.cluster import Cluster, stop
from ketnoi.foundation.postgres.held import SERVER, USERS, open_lock, try_lock
from ketnoi.foundation.postgres.trouble import Trouble

GLANCE = 0.15
READY = "ready"


def keep(cluster: Cluster, tell: Callable[[str], None]) -> None:
    """Run the server until nobody uses it; somebody else may be doing that already."""
    with open_lock(cluster, SERVER) as mine, open_lock(cluster, USERS) as users:
        if not try_lock(mine):
            return
        server: subprocess.Popen | None = None
        while not try_lock(users):
            if server is None or server.poll() is not None:
                server = cluster.start()
                tell(READY)
            time.sleep(GLANCE)
        if server is not None:
            stop(server)


def main(folder: str, *options: str) -> str | None:
    """Go to the background and keep; what is returned went wrong.

    Nothing is said when another keeper was there first.
    """
    reader, writer = os.pipe()
    if os.fork():
        os.close(writer)
        said = os.read(reader, 4000).decode()
        return said if said not in ("", READY) else None
    os.close(reader)
    _in_background(Cluster(Path(folder), fast="fast" in options), writer)
    return None


def _in_background(cluster: Cluster, writer: int) -> None:
    os.setsid()

    def tell(text: str) -> None:
        nonlocal writer
        if writer >= 0:
            os.write(writer, text.encode())
            os.close(writer)
            writer = -1

    try:
        keep(cluster, tell)
    except (Trouble, OSError) as trouble:
        tell(str(trouble))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
