"""What is asked about a savings group."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnoi.foundation import clock
from ketnoi.foundation.inputs import (
    CountField,
    DayField,
    Form,
    LineField,
    LookUpField,
    MoneyField,
    NameField,
    Pick,
)
from ketnoi.lending import rules
from ketnoi.lending.forms.lending import ASK_SUM, SUM, Pressed, Summed
from ketnoi.lending.terms import GroupEntryKind
from ketnoi.places import queries as places

SHARES = _("số phần")
KINDS = [(kind, GroupEntryKind(kind).label) for kind in rules.BY_HAND]


class GroupForm(Form):
    """A group as it begins."""

    name = LineField(label=_("Tên tổ"), max_length=120, ask=_("Hãy đặt tên tổ."))
    commune = LookUpField(
        label=_("Xã, phường"),
        find=places.communes_like,
        url="places:communes_like",
        required=False,
    )
    share = MoneyField(label=_("Một phần góp là bao nhiêu"), help_text=SUM, ask=ASK_SUM)
    opened_on = DayField(label=_("Lập ngày"), latest=clock.today, ask=_("Hãy nhập ngày lập tổ."))


class SaverForm(Form):
    """Somebody who joins."""

    name = NameField(
        label=_("Tên gọi của thành viên mới"),
        help_text=_("Chỉ cần tên gọi trong tổ. Tổ không biết ai có hồ sơ."),
        ask=_("Hãy nhập tên gọi."),
    )


class MeetingForm(Pressed):
    """How many shares each puts in; one line for each member."""

    on = DayField(label=_("Họp ngày"), latest=clock.today, ask=_("Hãy nhập ngày họp."))

    def __init__(self, *args: Any, savers: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.savers = {f"shares_{saver.number}": saver for saver in savers}
        for name, saver in self.savers.items():
            label = f"{saver.number}. {saver.name.open()}"
            self.fields[name] = CountField(label=label, what=SHARES, required=False)

    def clean(self) -> dict[str, Any]:
        """Who puts in how many."""
        said = super().clean() or self.cleaned_data
        told = {saver: said.get(name) for name, saver in self.savers.items()}
        shares = {saver: count for saver, count in told.items() if count}
        if any(not rules.is_so_many_shares(count=count) for count in shares.values()):
            raise forms.ValidationError(_("Mỗi người góp từ 1 đến 5 phần trong một buổi họp."))
        return {"on": said.get("on"), "key": said.get("key"), "shares": shares}


class SavingForm(Summed):
    """What one of its members does with money of the group."""

    kind = Pick(label=_("Việc gì"), choices=KINDS, ask=_("Hãy chọn một mục."))
    amount = MoneyField(label=_("Số tiền"), help_text=SUM, ask=ASK_SUM)
    on = DayField(label=_("Ngày"), latest=clock.today, ask=_("Hãy nhập ngày."))
