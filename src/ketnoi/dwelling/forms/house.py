"""What is asked of a day, of belongings, and when she leaves."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.forms import HiddenInput
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from ketnoi.dwelling import rules
from ketnoi.dwelling.forms.moments import HappenedForm
from ketnoi.dwelling.terms import HerWord, NoteKind, Thing, WhyKept
from ketnoi.foundation import clock, inputs
from ketnoi.foundation.vietnamese.money import format_money
from ketnoi.protection.terms import LeftReason, LeftTo

if TYPE_CHECKING:
    from ketnoi.dwelling.models import Belonging

A_MINUTE = timedelta(minutes=1)
SHE_CONFIRMS: dict[str, Any] = {
    "label": _("Chị ấy xác nhận thế nào"),
    "choices": HerWord,
    "ask": _("Hãy chọn cách chị ấy xác nhận."),
}


class DayNoteForm(inputs.Form):
    """A sentence about a day."""

    on = inputs.DayField(label=_("Ngày"), latest=clock.today)
    kind = inputs.Choose(label=_("Về việc gì"), choices=NoteKind, ask=_("Hãy chọn một mục."))
    words = inputs.TextField(
        label=_("Ghi một câu"),
        help_text=_("Ghi điều thấy và nghe. Chỉ nhà tạm lánh đọc được."),
        max_length=1000,
        ask=_("Hãy ghi một câu."),
    )
    passes_on = inputs.Tick(label=_("Ca sau cần biết"), required=False)


class ReceiveForm(inputs.Form):
    """Something of hers is kept for her."""

    kind = inputs.Choose(label=_("Thứ gì"), choices=Thing, ask=_("Hãy chọn một mục."))
    words = inputs.LineField(
        label=_("Tả thế nào"),
        help_text=_("Ví dụ: thẻ căn cước, túi xanh. Chỉ nhà tạm lánh đọc được."),
        ask=_("Hãy tả món này."),
    )
    amount = inputs.MoneyField(
        label=_("Số tiền, nếu là tiền"), help_text=_("Tính bằng đồng."), required=False
    )
    her_word = inputs.Choose(**SHE_CONFIRMS)

    def clean(self) -> dict[str, Any]:
        """Money has an amount, and nothing else has."""
        said = super().clean() or {}
        is_money, amount = said.get("kind") == Thing.MONEY, said.get("amount")
        if is_money and not amount and "amount" not in self.errors:
            self.add_error("amount", _("Hãy nhập số tiền."))
        if said.get("kind") and not is_money and amount:
            self.add_error("amount", _("Chỉ ghi số tiền khi giữ tiền. Hãy để trống ô này."))
        return said


class GiveBackForm(inputs.Form):
    """Something is in her hands again; of money, how much."""

    seen = inputs.MoneyField(widget=HiddenInput)
    amount = inputs.MoneyField(label=_("Trả bao nhiêu"), help_text=_("Tính bằng đồng."))
    her_word = inputs.Choose(**SHE_CONFIRMS)

    def __init__(self, *args: Any, thing: "Belonging", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if thing.amount is None:
            del self.fields["amount"]

    def clean(self) -> dict[str, Any]:
        """What is no money is given back whole."""
        said = super().clean() or {}
        return said if "amount" in self.fields else {**said, "amount": 1}


class LeaveForm(HappenedForm):
    """She leaves, and each thing that is still kept is handed over, or it is said why not."""

    as_what = "left_at"
    left_reason = inputs.Choose(label=_("Lý do rời"), choices=LeftReason, ask=_("Hãy chọn lý do."))
    left_to = inputs.Choose(label=_("Đi đâu"), choices=LeftTo, ask=_("Hãy chọn nơi đến."))

    def __init__(self, *args: Any, since: datetime, kept: "list[Belonging]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.since = since
        self.kept = [str(each.pk) for each in kept]
        for each in kept:
            self.fields[_box(str(each.pk))] = inputs.Choose(
                label=named(each),
                choices=_what_became_of(each),
                ask=_("Hãy chọn đã trả, hoặc vì sao còn giữ."),
            )

    def clean(self) -> dict[str, Any]:
        """What was said of each thing, under one name."""
        said = super().clean()
        kept = {pk: said.pop(_box(pk), "") for pk in self.kept}
        left_at = said["left_at"]
        if left_at and left_at < self.since < left_at + A_MINUTE:
            # An hour is told to the minute: who leaves in that in which she came left after it.
            left_at = self.since
        return {**said, "left_at": left_at, "kept": kept}


def named(thing: "Belonging") -> str:
    """What is kept, in words; of money, how much still."""
    if thing.amount is None:
        return f"{thing.get_kind_display()}: {thing.words.open()}"
    still = format_lazy(_("còn {money}"), money=format_money(thing.kept))
    return f"{thing.get_kind_display()}: {thing.words.open()}, {still}"


def _box(pk: str) -> str:
    return f"kept_{pk}"


def _what_became_of(thing: "Belonging") -> list[tuple[str, str]]:
    given = [
        (HerWord.SIGNED.value, _("Đã trả, chị ấy ký vào sổ")),
        (HerWord.SAID.value, _("Đã trả, chị ấy nói đã nhận đủ")),
    ]
    stays = [
        (why.value, str(why.label))
        for why in WhyKept
        if rules.may_stay(thing=thing.kind, why=why.value)
    ]
    return [*((value, str(label)) for value, label in given), *stays]
