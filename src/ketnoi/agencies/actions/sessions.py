"""Being signed in somewhere, and the end of it."""

from datetime import datetime

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session

from ketnoi.agencies.models import Member
from ketnoi.foundation import clock
from ketnoi.foundation.action import part


@part
def end_sessions(*, user_id: int, now: datetime) -> int:
    """Somebody is signed out everywhere, also where only her calendar reads. Gives the number."""
    Member.objects.filter(user_id=user_id).update(signed_out_at=now)
    # A session ends by the true clock, also where a demo lives on another day.
    live = Session.objects.filter(expire_date__gt=now - clock.offset())
    hers = [s.pk for s in live.iterator() if s.get_decoded().get(SESSION_KEY) == str(user_id)]
    return Session.objects.filter(pk__in=hers).delete()[0]
