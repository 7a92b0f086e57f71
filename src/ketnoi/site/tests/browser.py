"""Debian's Chromium for the tests of the site."""

import os
from contextlib import contextmanager

from playwright.sync_api import sync_playwright

# Playwright runs an event loop of its own beside the tests; Django takes that for an async view.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
PROGRAM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@contextmanager
def chromium(*, width=1280, height=800, script=True, cookies=()):
    with sync_playwright() as play:
        program = play.chromium.launch(executable_path=PROGRAM, args=FLAGS)
        size = {"width": width, "height": height}
        context = program.new_context(viewport=size, java_script_enabled=script)
        context.add_cookies(list(cookies))
        yield context
        program.close()


def signed_in(client, live_server):
    """The cookie of a test client, for the browser."""
    value = client.cookies["kn"].value
    return [{"name": "kn", "value": value, "url": f"{live_server.url}/cb/"}]
