"""When nobody was at the screen for a while: it locks, and what was typed is kept sealed."""

import time
from base64 import b64decode, b64encode

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, QueryDict

from ketnoi.foundation.crypto import KeyClass, ring
from ketnoi.foundation.crypto.ring import lock as seal
from ketnoi.foundation.crypto.ring import unlock as unseal

SEEN, LOCKED, KEPT = "seen", "locked", "kept"
NOT_KEPT = {"csrfmiddlewaretoken", "kept-for"}
GRAIN = 20
MOST = 100_000


def is_locked(session: SessionBase) -> bool:
    """Somebody locked it, or nobody was there for too long."""
    # Real seconds, not the day of a demo: this is about a screen nobody watches.
    idle = time.time() - session.get(SEEN, time.time())
    return bool(session.get(LOCKED)) or idle > settings.KETNOI_LOCK_AFTER.total_seconds()


def touch(session: SessionBase) -> None:
    """Somebody is there. Written at most every few seconds."""
    if time.time() - session.get(SEEN, 0) > GRAIN:
        session[SEEN] = int(time.time())


def lock(session: SessionBase) -> None:
    """Lock at once."""
    session[LOCKED] = True


def unlock(session: SessionBase) -> None:
    """She has shown that it is her."""
    session.pop(LOCKED, None)
    session[SEEN] = int(time.time())


def keep(request: HttpRequest, path: str) -> None:
    """Keep what was typed on a page, sealed, until the same person opens the screen again."""
    fields = request.POST.copy()
    for name in [name for name in fields if name in NOT_KEPT or "password" in name]:
        del fields[name]
    text = fields.urlencode()
    if text and len(text) <= MOST:
        sealed = seal(text.encode(), _key(), _place(request, path))
        request.session[KEPT] = {"path": path, "sealed": b64encode(sealed).decode()}


def give_back(request: HttpRequest) -> QueryDict | None:
    """What was kept for this page, once."""
    path, kept = request.get_full_path(), request.session.get(KEPT)
    if not kept or kept["path"] != path:
        return None
    del request.session[KEPT]
    return QueryDict(unseal(b64decode(kept["sealed"]), _key(), _place(request, path)))


def _key() -> bytes:
    return ring().key(f"{KeyClass.SESSION}:kept")


def _place(request: HttpRequest, path: str) -> str:
    return f"kept|{request.user.pk}|{path}"
