"""What the system does by itself with requests to be called: it says them again, and forgets."""

from datetime import datetime

from django.db.models import F

from ketnoi.agencies import actions as agencies
from ketnoi.foundation.action import action, note
from ketnoi.foundation.actor import System
from ketnoi.intake import queries, rules
from ketnoi.intake.actions.missed import end_list
from ketnoi.intake.models import (
    BlockedNumber,
    Call,
    Callback,
    CallbackHour,
    CallbackWords,
    CallWords,
    SentForm,
)
from ketnoi.intake.terms import ListState
from ketnoi.people import actions as people


@action
def tell_of_callbacks(*, by: System, now: datetime) -> int:
    """Whoever should have called, or ended a call, by now hears it, once for each deadline."""
    late, calls = queries.untold_late(by, now=now), queries.late_calls(by, now=now)
    waited_for = {one.agency_id for one in late} | {one.agency_id for one in calls}
    for agency_id in sorted(waited_for):
        agencies.tell_later(agency_id=agency_id)
    Callback.objects.filter(pk__in=[one.pk for one in late]).update(told_late=F("due_at"))
    Call.objects.filter(pk__in=[one.pk for one in calls]).update(told_late=F("due_at"))
    note("callback.told", by=by, about=None, count=len(late), calls=len(calls))
    return len(late) + len(calls)


@action
def forget_callbacks(*, by: System, now: datetime) -> int:
    """What was said for a request or a call that ended long ago goes with its key; that it was
    stays. A list of missed calls nobody decided about goes too."""
    words, blocked = queries.to_forget(by, now=now)
    said = queries.calls_to_forget(by, now=now)
    CallbackWords.objects.filter(pk__in=[pk for pk, _key in words]).delete()
    BlockedNumber.objects.filter(pk__in=[pk for pk, _key in blocked]).delete()
    CallWords.objects.filter(pk__in=[pk for pk, _key in said]).delete()
    for source in queries.lists_to_drop(by, now=now):
        end_list(source=source, state=ListState.DROPPED, added=0, now=now)
    for _pk, key in [*words, *blocked, *said]:
        people.destroy_key(key_id=key)
    yesterday = now - rules.FORM_LASTS
    SentForm.objects.filter(at__lt=yesterday).delete()
    CallbackHour.objects.filter(hour__lt=yesterday).delete()
    note(
        "callback.forgotten", by=by, about=None, count=len(words) + len(said), numbers=len(blocked)
    )
    return len(words) + len(said)
