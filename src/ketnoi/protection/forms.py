"""What is asked when she comes to a shelter and when she leaves, and of its beds."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.forms import HiddenInput
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from ketnoi.foundation import clock, inputs
from ketnoi.protection import queries
from ketnoi.protection.terms import CardTitle, LeftReason, LeftTo, Unit

if TYPE_CHECKING:
    from ketnoi.protection.models import ShelterStay
    from ketnoi.protection.queries import House

KEPT_HOURS = (2, 4, 8, 24)
NOT_YET = _("Giờ này chưa tới. Hãy nhập giờ không muộn hơn lúc này.")


PLACE: dict[str, Any] = {
    "label": _("Nơi ở"),
    "help_text": _("Chỉ đơn vị bạn đọc được mục này."),
    "max_length": 500,
    "ask": _("Hãy ghi nơi ở."),
}


class MomentForm(inputs.Form):
    """A day and an hour that have come."""

    on = inputs.DayField(label=_("Ngày"), latest=clock.today)
    at = inputs.HourField(label=_("Giờ"), help_text=_("Ví dụ 22:15. Giờ nào cũng ghi được."))
    as_what = "moment"

    def clean(self) -> dict[str, Any]:
        """Put day and hour together under the name the action knows."""
        super().clean()
        given = self.cleaned_data
        if given.get("on") and given.get("at") is not None:
            moment = datetime.combine(given.pop("on"), given.pop("at"), clock.ZONE)
            if moment > clock.now():
                raise ValidationError({"at": NOT_YET})
            given[self.as_what] = moment
        return given


class AdmitForm(MomentForm):
    """She comes: a unit is offered with what is free there, and what is kept for somebody."""

    as_what = "admitted_at"
    unit = inputs.Choose(label=_("Phòng"), choices=Unit, ask=_("Hãy chọn phòng."))
    children = inputs.CountField(
        least=0,
        what=_("số con"),
        label=_("Mấy con cùng vào"),
        help_text=_("Mẹ cùng các con ở chung thì tính một chỗ. Để trống nếu không có."),
        required=False,
    )
    address = inputs.TextField(**PLACE)
    house_rules_read = inputs.Tick(label=_("Người tạm lánh đã nghe nội quy"), required=False)

    def __init__(self, *args: Any, house: "House | None" = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.house = house
        if house:
            self.fields["unit"].choices = queries.beds_to_choose(house)

    def clean_children(self) -> int:
        """None is what an empty line says."""
        return self.cleaned_data["children"] or 0

    def clean(self) -> dict[str, Any]:
        """A place that was kept for her is in a unit too."""
        given = super().clean()
        if self.house and given.get("unit"):
            given |= queries.bed_chosen(self.house, given["unit"])
        return given


class CompleteForm(inputs.Form):
    """What was not asked at night; only what is still missing is asked."""

    address = inputs.TextField(**PLACE)
    house_rules_read = inputs.Tick(label=_("Người tạm lánh đã nghe nội quy"), required=False)

    def __init__(self, *args: Any, stay: "ShelterStay", has_place: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if has_place:
            del self.fields["address"]
        if stay.rules_heard_on:
            del self.fields["house_rules_read"]


class RoomForm(inputs.Form):
    """She moves to another part of the house."""

    unit = inputs.Choose(label=_("Phòng"), choices=Unit, ask=_("Hãy chọn phòng."))

    def __init__(self, *args: Any, house: "House", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = queries.units_to_choose(house)


class KeepForm(RoomForm):
    """A place is kept for somebody who is on the way."""

    hours = inputs.Choose(
        label=_("Giữ trong bao lâu"),
        choices=[(n, format_lazy(_("{n} giờ"), n=n)) for n in KEPT_HOURS],
        ask=_("Hãy chọn giữ trong bao lâu."),
    )

    def clean_hours(self) -> int:
        """The number, not its text."""
        return int(self.cleaned_data["hours"])


class PlacesForm(inputs.Form):
    """How many places each unit has."""

    def __init__(self, *args: Any, house: "House", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for each in house.units:
            self.fields[each.unit] = inputs.CountField(
                least=0,
                label=each.name,
                initial=each.places,
                ask=_("Hãy nhập số chỗ. Không có thì ghi 0."),
            )

    def clean(self) -> dict[str, Any]:
        """The number of each unit, under one name."""
        super().clean()
        return {"places": dict(self.cleaned_data)}


class PlanForm(inputs.Form):
    """Her plan for danger; each thing on a line of its own, and nothing has to be said."""

    after = inputs.CountField(least=0, widget=HiddenInput, required=False)
    signs = inputs.TextField(
        label=_("Điều gì báo trước là sắp nguy hiểm"),
        help_text=_("Ghi đúng lời chị ấy. Mỗi điều một dòng."),
        required=False,
    )
    places = inputs.TextField(label=_("Chị ấy đến được nơi nào"), required=False)
    people = inputs.TextField(
        label=_("Chị ấy gọi được cho ai, số nào"),
        help_text=_("Có thể ghi bằng tên mà chỉ chị ấy hiểu."),
        required=False,
    )
    take = inputs.TextField(label=_("Cần mang theo gì"), required=False)
    code_word = inputs.LineField(
        label=_("Lời hẹn riêng"),
        help_text=_("Câu chị ấy nói hoặc nhắn khi cần được giúp ngay."),
        required=False,
    )
    review_on = inputs.DayField(label=_("Cùng xem lại trước hết ngày"), earliest=clock.today)

    def clean_after(self) -> int:
        """Which plan was read; none was, at first."""
        return self.cleaned_data["after"] or 0


class CardForm(inputs.Form):
    """What she wants on a card, and what stands over it."""

    title = inputs.Choose(label=_("Tên của thẻ"), choices=CardTitle, ask=_("Hãy chọn tên của thẻ."))
    lines = inputs.TickBoxes(
        label=_("Chị ấy muốn in dòng nào"), choices=[], ask=_("Hãy chọn ít nhất một dòng.")
    )

    def __init__(self, *args: Any, lines: dict[str, tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = lines
        self.fields["lines"].choices = [(k, f"{what}: {line}") for k, (what, line) in lines.items()]

    @property
    def chosen(self) -> list[str]:
        """The lines as they are printed: nothing says what they are."""
        return [
            line for k, (_what, line) in self.offered.items() if k in self.cleaned_data["lines"]
        ]


class LeaveForm(MomentForm):
    """She leaves."""

    as_what = "left_at"
    left_reason = inputs.Choose(label=_("Lý do rời"), choices=LeftReason, ask=_("Hãy chọn lý do."))
    left_to = inputs.Choose(label=_("Đi đâu"), choices=LeftTo, ask=_("Hãy chọn nơi đến."))


class ReviewForm(inputs.Form):
    """The plan was looked at again: nothing but a yes is asked."""
