"""What is asked about a drive, what it needs, who gives, and what came of it."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_lazy as public_

from ketnoi.drives.terms import Giver, Kind, PledgeEnd
from ketnoi.foundation import clock
from ketnoi.foundation.inputs import (
    Choose,
    CountField,
    DayField,
    Form,
    LineField,
    LookUpField,
    NameField,
    PhoneField,
    Pick,
    StampedForm,
    TextField,
)
from ketnoi.places import queries as places

NUMBER = public_("số lượng")
ASK_NUMBER = public_("Hãy nhập số lượng.")
MOST_WORDS = 300


def how_many(label: Any) -> CountField:
    """A question for a number."""
    return CountField(label=label, what=NUMBER, ask=ASK_NUMBER)


class Pressed(Form):
    """A form that is meant once: sent twice, it does one thing."""

    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", uuid.uuid4())


class DriveForm(Form):
    """A drive as it is opened."""

    title = LineField(
        label=_("Tên đợt vận động"),
        help_text=_("Chỉ đơn vị bạn thấy tên này. Không ghi tên người."),
        max_length=120,
        ask=_("Hãy đặt tên đợt vận động."),
    )


class NeedForm(Pressed):
    """Something that is needed."""

    kind = Pick(label=_("Cần gì"), choices=Kind, ask=_("Hãy chọn cần gì."))
    amount = how_many(_("Cần bao nhiêu"))
    commune = LookUpField(
        label=_("Ở xã, phường nào"),
        help_text=_("Để trống nếu cần cho cả tỉnh. Không bao giờ ghi cho một người có tên."),
        find=places.communes_like,
        url="places:communes_like",
        required=False,
    )
    until = DayField(
        label=_("Cần đến hết ngày"), earliest=clock.today, ask=_("Hãy nhập ngày cuối còn cần.")
    )

    def clean_commune(self) -> Any:
        """The commune itself."""
        code = self.cleaned_data["commune"]
        return places.commune(str(code)) if code else None


class OfferForm(StampedForm):
    """What somebody of the public offers."""

    giver = Choose(label=public_("Bạn là"), choices=Giver, ask=public_("Hãy chọn bạn là ai."))
    name = NameField(
        label=public_("Tên để chúng tôi gọi bạn"),
        max_length=120,
        ask=public_("Hãy cho biết gọi bạn là gì."),
    )
    phone = PhoneField(
        label=public_("Số điện thoại"),
        help_text=public_("Chúng tôi gọi lại để hẹn. Chỉ đơn vị vận động đọc được số này."),
    )
    amount = how_many(public_("Bạn góp bao nhiêu"))


class PledgeForm(Pressed):
    """What somebody offered by telephone."""

    giver = Choose(label=_("Ai góp"), choices=Giver, ask=_("Hãy chọn ai góp."))
    name = NameField(
        label=_("Tên người hoặc đơn vị góp"), max_length=120, ask=_("Hãy ghi tên bên góp.")
    )
    phone = PhoneField(label=_("Số điện thoại"), help_text=_("Được niêm kín, đơn vị bạn đọc được."))
    amount = how_many(_("Ngỏ lời bao nhiêu"))


class ConfirmForm(Pressed):
    """What was agreed by telephone."""

    amount = how_many(_("Thống nhất bao nhiêu"))
    arrives_on = DayField(label=_("Dự kiến đến ngày"), required=False)


class EndPledgeForm(Pressed):
    """Why nothing more comes."""

    ending = Choose(label=_("Vì sao"), choices=PledgeEnd, ask=_("Hãy chọn vì sao."))


class ReceiveForm(Pressed):
    """What came."""

    amount = how_many(_("Nhận bao nhiêu"))
    on = DayField(label=_("Ngày nhận"), latest=clock.today, ask=_("Hãy nhập ngày nhận."))


class GiveForm(Pressed):
    """Where it went."""

    amount = how_many(_("Chuyển bao nhiêu"))
    on = DayField(label=_("Ngày chuyển"), latest=clock.today, ask=_("Hãy nhập ngày chuyển."))
    went_to = Pick(label=_("Về kho của đơn vị nào"), choices=[], required=False)
    programme = LineField(
        label=_("Hoặc vào chương trình nào"),
        help_text=_("Không ghi tên người nhận. Ai được nhận thì ghi ở hồ sơ, mục hỗ trợ."),
        max_length=120,
        required=False,
    )

    def __init__(self, *args: Any, agencies: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.agencies = {str(agency.pk): agency for agency in agencies}
        named = [(pk, agency.name) for pk, agency in self.agencies.items()]
        went_to: Any = self.fields["went_to"]
        went_to.choices = [("", ""), *named]

    def clean_went_to(self) -> Any:
        """The agency that was picked."""
        return self.agencies.get(self.cleaned_data["went_to"])


class EvidenceForm(Form):
    """What a drive did."""

    people = CountField(least=0, label=_("Bao nhiêu người được giúp"), what=NUMBER, ask=ASK_NUMBER)
    words = TextField(
        label=_("Một câu về việc đã làm được"),
        help_text=_("Không tên, không tuổi, không nơi ở. Người khác đọc lại rồi mới công khai."),
        max_length=MOST_WORDS,
        ask=_("Hãy viết một câu."),
    )


class SureForm(Pressed):
    """Nothing but a yes is asked."""
