"""What the system does by itself with requests to be called: it says them again, and forgets."""

from datetime import datetime

from django.db.models import F

from ketnoi.agencies import actions as agencies
from ketnoi.foundation.action import action, note
from ketnoi.foundation.actor import System
from ketnoi.intake import queries, rules
from ketnoi.intake.models import BlockedNumber, Callback, CallbackHour, CallbackWords, SentForm
from ketnoi.people import actions as people


@action
def tell_of_callbacks(*, by: System, now: datetime) -> int:
    """Whoever should have called by now hears it, once for each deadline."""
    late = queries.untold_late(by, now=now)
    for agency_id in sorted({one.agency_id for one in late}):
        agencies.tell_later(agency_id=agency_id)
    Callback.objects.filter(pk__in=[one.pk for one in late]).update(told_late=F("due_at"))
    note("callback.told", by=by, about=None, count=len(late))
    return len(late)


@action
def forget_callbacks(*, by: System, now: datetime) -> int:
    """What was said for a request that ended long ago goes with its key; that it was stays."""
    words, blocked = queries.to_forget(by, now=now)
    CallbackWords.objects.filter(pk__in=[pk for pk, _key in words]).delete()
    BlockedNumber.objects.filter(pk__in=[pk for pk, _key in blocked]).delete()
    for _pk, key in [*words, *blocked]:
        people.destroy_key(key_id=key)
    yesterday = now - rules.FORM_LASTS
    SentForm.objects.filter(at__lt=yesterday).delete()
    CallbackHour.objects.filter(hour__lt=yesterday).delete()
    note("callback.forgotten", by=by, about=None, count=len(words), numbers=len(blocked))
    return len(words)
