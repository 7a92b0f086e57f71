"""Being signed in somewhere, and the end of it."""

from datetime import datetime

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session

from ketnoi.foundation import clock
from ketnoi.foundation.action import part


@part
def end_sessions(*, user_id: int, now: datetime) -> int:
    """Somebody is signed out everywhere. Gives the number of places."""
    # A session ends by the true clock, also where a demo lives on another day.
    live = Session.objects.filter(expire_date__gt=now - clock.offset())
    hers = [s.pk for s in live.iterator() if s.get_decoded().get(SESSION_KEY) == str(user_id)]
    return Session.objects.filter(pk__in=hers).delete()[0]
