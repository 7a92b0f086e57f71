"""What is asked about a transport: the plan, and what each hand writes down."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from ketnoi.dwelling.forms.moments import HOUR_HELP, HappenedForm, moment_of
from ketnoi.dwelling.terms import Direction, Step, Why
from ketnoi.foundation import clock, inputs

if TYPE_CHECKING:
    from ketnoi.agencies.models import Agency

WHY: dict[str, Any] = {"label": _("Vì sao"), "choices": Why, "ask": _("Hãy chọn lý do.")}


class PlanTransportForm(inputs.Form):
    """From where to where, when, with whom; no address of the house."""

    direction = inputs.Choose(label=_("Chiều đi"), choices=Direction, ask=_("Hãy chọn chiều đi."))
    other = inputs.ChooseRecord(
        label=_("Nơi kia"), choices=[], ask=_("Hãy chọn nơi giao hoặc nơi nhận.")
    )
    day = inputs.DayField(label=_("Ngày đi"), earliest=clock.today)
    hour = inputs.HourField(label=_("Giờ đi"), help_text=HOUR_HELP)
    until = inputs.DayField(label=_("Phải đến ngày"), earliest=clock.today)
    until_hour = inputs.HourField(label=_("Phải đến trước"), help_text=HOUR_HELP)
    escort = inputs.LineField(
        label=_("Ai lái xe, ai đi cùng"),
        help_text=_("Chỉ nơi giao và nơi nhận đọc được."),
        ask=_("Hãy ghi ai lái xe, ai đi cùng."),
    )
    meeting = inputs.LineField(
        label=_("Điểm hẹn"),
        help_text=_("Một nơi công cộng. Không ghi địa chỉ nhà tạm lánh."),
        required=False,
    )

    def __init__(self, *args: Any, partners: "list[Agency]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.partners = {str(agency.pk): agency for agency in partners}
        self.fields["other"].choices = [(pk, each.name) for pk, each in self.partners.items()]

    def clean(self) -> dict[str, Any]:
        """Both moments, and the agency itself."""
        said = super().clean() or {}
        planned_at = moment_of(said.pop("day", None), said.pop("hour", None))
        arrive_by = moment_of(said.pop("until", None), said.pop("until_hour", None))
        other = self.partners.get(said.get("other", ""))
        return {**said, "planned_at": planned_at, "arrive_by": arrive_by, "other": other}


class LeftForm(HappenedForm):
    """When she left."""

    as_what = "left_at"


class ArrivedForm(HappenedForm):
    """When she arrived."""

    as_what = "arrived_at"


class DelayedForm(inputs.Form):
    """By when she will be there, and why so late."""

    day = inputs.DayField(label=_("Sẽ đến ngày"), earliest=clock.today)
    hour = inputs.HourField(label=_("Sẽ đến trước"), help_text=HOUR_HELP)
    why = inputs.Choose(**WHY)

    def clean(self) -> dict[str, Any]:
        """The moment by which she will be there."""
        said = super().clean() or {}
        arrive_by = moment_of(said.pop("day", None), said.pop("hour", None))
        return {**said, "arrive_by": arrive_by}


class CalledOffForm(inputs.Form):
    """Why she is not taken."""

    why = inputs.Choose(**WHY)


STEP_FORMS: dict[str, type[inputs.Form]] = {
    Step.LEFT.value: LeftForm,
    Step.ARRIVED.value: ArrivedForm,
    Step.DELAYED.value: DelayedForm,
    Step.CALLED_OFF.value: CalledOffForm,
}
