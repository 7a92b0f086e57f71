"""What was told long ago is forgotten."""

from datetime import datetime

from ketnoi.foundation.action import action, note
from ketnoi.foundation.actor import System
from ketnoi.people import actions as people
from ketnoi.vigilance import queries
from ketnoi.vigilance.models import Sighting

NO_MARK = 0


@action
def forget_tips(*, by: System, now: datetime) -> int:
    """Old words and pictures go with their key, and so do the marks by which tips were linked.

    That a tip came, how far it was believed and to whom it went stays, to be counted.
    """
    tips = queries.tips_to_forget(by, now=now)
    Sighting.objects.filter(tip__in=[pk for pk, _key in tips]).update(value_tag=NO_MARK)
    for _pk, key in [*tips, *queries.handed_to_forget(by, now=now)]:
        people.destroy_key(key_id=key)
    note("tip.forgotten", by=by, about=None, count=len(tips))
    return len(tips)
