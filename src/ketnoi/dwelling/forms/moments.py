"""Days with an hour: those that have come, and those that are still to come."""

from datetime import date, datetime, time
from typing import Any

from django.utils.translation import gettext_lazy as _

from ketnoi.foundation import clock, inputs

HOUR_HELP = _("Ví dụ 14:30.")
NOT_YET = _("Giờ này chưa tới. Hãy nhập giờ không muộn hơn lúc này.")


def moment_of(day: date | None, hour: time | None) -> datetime | None:
    """Day and hour as people here say them, as one moment."""
    return datetime.combine(day, hour, clock.ZONE) if day and hour is not None else None


class HappenedForm(inputs.Form):
    """A day and an hour that have come."""

    on = inputs.DayField(label=_("Ngày"), latest=clock.today)
    at = inputs.HourField(label=_("Giờ"), help_text=HOUR_HELP)
    as_what = "moment"

    def clean(self) -> dict[str, Any]:
        """Put day and hour together under the name the action knows."""
        said = super().clean() or {}
        moment = moment_of(said.pop("on", None), said.pop("at", None))
        if moment and moment > clock.now():
            self.add_error("at", NOT_YET)
        return {**said, self.as_what: moment}


def this_hour() -> dict[str, Any]:
    """What the two boxes say at first."""
    now = clock.now().astimezone(clock.ZONE)
    return {"on": now.date(), "at": now.time()}
