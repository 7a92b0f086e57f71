"""What is typed about counselling."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnoi.cases.terms import Risk
from ketnoi.counselling import terms
from ketnoi.foundation import clock, inputs

LASTS = (15, 30, 45, 60, 75, 90, 120)
MINUTES = [(str(n), str(n)) for n in LASTS]
YES, NO = "yes", "no"
ANSWERS = [(YES, _("Đồng ý")), (NO, _("Không, giữ riêng"))]
ASKS = _("Hãy hỏi chị ấy rồi chọn câu trả lời.")


class Once(inputs.Form):
    """A page that is sent twice is written down once."""

    once = forms.CharField(widget=forms.HiddenInput, required=False, initial=uuid4, max_length=36)


class Telling(inputs.Form):
    """Whether others who take part may know that she comes; her own answer."""

    told = inputs.Choose(
        label=_("Chị ấy có đồng ý cho các nơi cùng hỗ trợ biết không"),
        help_text=_("Họ chỉ biết số buổi, số phút và ngày gặp lại. Không ai biết chuyện gì."),
        choices=ANSWERS,
        ask=ASKS,
    )

    def clean_told(self) -> bool:
        """Her yes or her no."""
        return self.cleaned_data["told"] == YES


class Writing(Once):
    """One sitting: when, how long, how; what she said of herself; the note."""

    held_on = inputs.DayField(label=_("Ngày gặp"), latest=clock.today)
    minutes = inputs.Pick(label=_("Bao nhiêu phút"), choices=MINUTES, ask=_("Hãy chọn số phút."))
    form = inputs.Choose(label=_("Gặp thế nào"), choices=terms.Form, ask=_("Hãy chọn cách gặp."))
    topics = inputs.TickBoxes(
        label=_("Chuyện về điều gì"), choices=terms.Topic.choices, required=False
    )
    feeling = inputs.Choose(
        label=_("Chị ấy tự thấy mình thế nào"),
        help_text=_("Chỉ ghi khi chính chị ấy trả lời."),
        choices=terms.Feeling,
        skip=True,
    )
    note = inputs.TextField(
        label=_("Ghi chú riêng"),
        help_text=_("Chỉ bạn và người giám sát của bạn đọc được."),
        required=False,
    )
    next_on = inputs.DayField(label=_("Gặp lại ngày"), earliest=clock.today, required=False)

    def clean_minutes(self) -> int:
        """A number."""
        return int(self.cleaned_data["minutes"])


class Choosing(inputs.Form):
    """A colleague of the same agency."""

    def __init__(self, *args: Any, name: str, colleagues: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.chosen, self.known = name, {str(one.pk): one for one in colleagues}
        field: Any = self.fields[name]
        field.choices = [(pk, one.name) for pk, one in self.known.items()]

    def clean(self) -> dict[str, Any]:
        """The colleague herself."""
        said = super().clean() or {}
        return {**said, self.chosen: self.known.get(said.get(self.chosen) or "")}


class HandingOn(Choosing):
    """Who is her counsellor from now on."""

    to = inputs.ChooseRecord(
        label=_("Bàn giao cho ai"), choices=[], ask=_("Hãy chọn một đồng nghiệp.")
    )


class Supervising(Choosing):
    """Who supervises, until when."""

    supervisor = inputs.ChooseRecord(
        label=_("Mời ai giám sát chuyên môn"), choices=[], ask=_("Hãy chọn một đồng nghiệp.")
    )
    until = inputs.DayField(label=_("Đến hết ngày"), earliest=clock.today, required=False)


class Raising(inputs.Form):
    """One danger of a list."""

    kind = inputs.Choose(label=_("Nguy hiểm gì"), choices=terms.Danger, ask=_("Hãy chọn một mục."))


class Answering(inputs.Form):
    """How much danger she is in now."""

    version = inputs.CountField(least=1, widget=forms.HiddenInput, required=False)
    risk = inputs.Choose(label=_("Nguy cơ bây giờ"), choices=Risk, ask=_("Hãy chọn một mức."))


class Grouping(inputs.Form):
    """A group before anybody is in it."""

    theme = inputs.Choose(
        label=_("Nhóm về điều gì"), choices=terms.Theme, ask=_("Hãy chọn một mục.")
    )
    room = inputs.LineField(
        label=_("Gặp ở phòng nào"),
        help_text=_("Ghi sao cho người ngoài đọc không hiểu, ví dụ: phòng số 2."),
        max_length=60,
    )
    seats = inputs.CountField(least=2, label=_("Bao nhiêu chỗ"))
    begins_on = inputs.DayField(label=_("Bắt đầu từ ngày"), earliest=clock.today)


class Seating(Telling):
    """Which woman has a place, by the code of her file."""

    code = inputs.LineField(label=_("Mã hồ sơ"), max_length=16)
    field_order = ("code", "told")


class Gathering(Once):
    """That a group met: when, who came, what is noted of the group."""

    held_on = inputs.DayField(label=_("Ngày gặp"), latest=clock.today)
    minutes = inputs.Pick(label=_("Bao nhiêu phút"), choices=MINUTES, ask=_("Hãy chọn số phút."))
    came = inputs.TickBoxes(label=_("Ai đã đến"), choices=[], required=False)
    words = inputs.TextField(
        label=_("Ghi chú về nhóm"),
        help_text=_("Không ghi tên ai. Chỉ bạn và người giám sát của bạn đọc được."),
        required=False,
    )

    def __init__(self, *args: Any, seats: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seats = {str(seat.pk): seat for seat in seats}
        field: Any = self.fields["came"]
        field.choices = [(pk, seat.case.code) for pk, seat in self.seats.items()]

    def clean_minutes(self) -> int:
        """A number."""
        return int(self.cleaned_data["minutes"])

    def clean_came(self) -> list[Any]:
        """The seats themselves."""
        return [self.seats[pk] for pk in self.cleaned_data["came"]]
