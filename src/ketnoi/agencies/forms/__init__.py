"""What is asked of who comes to an agency, and of who lets her in."""

import re
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from ketnoi.agencies.forms.bells import GiveNumber as GiveNumber
from ketnoi.agencies.forms.bells import SayCode as SayCode
from ketnoi.agencies.terms import AGREED, ROLE_DOES, Role, SealChannel, Told
from ketnoi.foundation import clock
from ketnoi.foundation.inputs import (
    Choose,
    ChooseRecord,
    DayField,
    Form,
    LineField,
    NameField,
    Pick,
    TickBoxes,
)
from ketnoi.foundation.inputs.asking import Asking

USERNAME = r"[a-z0-9][a-z0-9._-]{2,29}"
WEAK = {
    "password_too_short": _("Mật khẩu cần dài hơn, ít nhất 8 ký tự. Vài từ ghép lại dễ nhớ hơn."),
    "password_too_common": _("Nhiều người dùng mật khẩu này. Hãy chọn mật khẩu khác."),
    "password_entirely_numeric": _("Mật khẩu chỉ có số rất dễ đoán. Hãy thêm vài chữ."),
}
WEAK_OTHERWISE = _("Mật khẩu này dễ đoán. Hãy chọn mật khẩu khác.")


class Roles(Choose):
    """One of the roles that the one who asks may give, each with what it does."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=[], label=_("Vai"), ask=_("Hãy chọn một vai."), **kwargs)

    def offer(self, roles: list[Role]) -> None:
        """Say which roles can be chosen."""
        self.choices = [(r.value, format_lazy("{}: {}", r.label, ROLE_DOES[r])) for r in roles]


class WithRole(Form):
    """A form that asks for a role."""

    role: Any = Roles()

    def __init__(self, *args: Any, roles: list[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].offer(roles)


class Invite(WithRole):
    """Whom one asks to join, and what she will do."""

    name = NameField(
        label=_("Tên người được mời"), max_length=100, ask=_("Hãy ghi tên người được mời.")
    )
    field_order = ("name", "role")


class ChangeRole(WithRole):
    """What a colleague does from now on."""


class PasswordField(Asking, forms.CharField):
    """A password as it is typed; the browser may propose one."""

    widget = forms.PasswordInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(strip=False, max_length=200, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"autocomplete": "new-password"}


class MailField(Asking, forms.EmailField):
    """An address for letters."""

    default_error_messages = {"invalid": _("Hãy viết địa chỉ như ten@vidu.vn.")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label=_("Thư điện tử để báo việc mới"),
            help_text=_("Thư chỉ nói có việc mới, không nói việc gì. Có thể để trống."),
            required=False,
            **kwargs,
        )


class NewPassword(Form):
    """A password twice, so that a slip of the finger locks nobody out."""

    password = PasswordField(
        label=_("Mật khẩu"),
        help_text=_("Ít nhất 8 ký tự, không chỉ gồm số."),
        ask=_("Hãy chọn một mật khẩu."),
    )
    password_again = PasswordField(label=_("Mật khẩu, gõ lại"), ask=_("Hãy gõ lại mật khẩu."))

    def clean_password(self) -> str:
        """Refuse what is easily guessed, in our own words."""
        password = self.cleaned_data["password"]
        try:
            validate_password(password)
        except ValidationError as weak:
            said = [str(WEAK.get(error.code, WEAK_OTHERWISE)) for error in weak.error_list]
            raise ValidationError(said) from None
        if password.lower() == self.cleaned_data.get("username"):
            raise ValidationError(_("Mật khẩu cần khác tên đăng nhập."))
        return password

    def clean(self) -> dict[str, Any]:
        """Both are the same, and only one goes on."""
        again = self.cleaned_data.pop("password_again", None)
        if again and self.cleaned_data.get("password", again) != again:
            self.add_error("password_again", _("Hai lần gõ chưa giống nhau. Hãy gõ lại."))
        return self.cleaned_data


class Join(NewPassword):
    """How somebody who was invited signs in from now on."""

    username = LineField(
        label=_("Tên đăng nhập"),
        help_text=_("Chữ thường không dấu và số, ví dụ lan.mytu"),
        max_length=30,
        ask=_("Hãy chọn một tên đăng nhập."),
    )
    address = MailField()
    field_order = ("username", "password", "password_again", "address")

    def clean_username(self) -> str:
        """Small letters: the same name is the same person however it is typed."""
        username = self.cleaned_data["username"].lower()
        if not re.fullmatch(USERNAME, username):
            raise ValidationError(
                _("Tên đăng nhập gồm 3 đến 30 chữ thường không dấu, số, dấu chấm hoặc gạch.")
            )
        return username


class MailAddress(Form):
    """Where a member is told that something waits, and when."""

    address = MailField()
    told = Choose(
        label=_("Báo khi nào"),
        choices=Told,
        help_text=_("Việc sắp đến hạn hoặc quá hạn luôn được báo ngay."),
        ask=_("Hãy chọn một cách báo."),
    )


class KeeperMail(Asking, forms.EmailField):
    """The letter box of an agency, not of a person."""

    default_error_messages = {"invalid": _("Hãy viết địa chỉ như ten@vidu.vn.")}


class NameWitness(Form):
    """Which agency keeps the seals of the trail, and how it is given them."""

    agency = Choose(label=_("Đơn vị giữ dấu niêm"), choices=[], ask=_("Hãy chọn một đơn vị."))
    channel = Choose(
        label=_("Gửi bằng cách nào"), choices=SealChannel, ask=_("Hãy chọn một cách gửi.")
    )
    address = KeeperMail(
        label=_("Hộp thư của đơn vị ấy"),
        help_text=_("Hộp thư chung, không phải của một người. Để trống nếu gửi bằng tệp."),
        required=False,
    )

    def __init__(self, *args: Any, agencies: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = agencies


HOURS = [(n, format_lazy(_("{n} giờ"), n=n)) for n in (1, 2, 4, 8, 24)]
DAYS = [(n, format_lazy(_("{n} ngày làm việc"), n=n)) for n in (1, 2, 3, 5)]


class Within(Pick):
    """How soon an answer is due; nothing where the clock of the network holds."""

    def __init__(self, **kwargs: Any) -> None:
        usual = _("Theo thời hạn chung của mạng lưới")
        super().__init__(nothing=usual, required=False, **kwargs)

    def clean(self, value: Any) -> int | None:
        """The number, not its text."""
        chosen = super().clean(value)
        return int(chosen) if chosen else None


class ProposeAgreement(Form):
    """What agencies agree on: what may be asked, from when, how soon it is answered, who signs."""

    title = LineField(label=_("Tên thỏa thuận"), max_length=200, ask=_("Hãy ghi tên thỏa thuận."))
    number = LineField(
        label=_("Số văn bản"),
        help_text=_("Số của quy chế hoặc biên bản đã ký trên giấy, nếu có."),
        max_length=60,
        required=False,
    )
    purposes = TickBoxes(
        label=_("Được chuyển gửi cho nhu cầu nào"),
        choices=AGREED,
        ask=_("Hãy chọn ít nhất một nhu cầu."),
    )
    since = DayField(label=_("Từ ngày"), ask=_("Hãy ghi ngày bắt đầu."))
    until = DayField(
        label=_("Đến hết ngày"),
        help_text=_("Để trống nếu chưa định ngày hết hạn."),
        required=False,
    )
    answer_hours = Within(label=_("Việc khẩn, trả lời trong"), choices=HOURS)
    answer_days = Within(label=_("Việc thường, trả lời trong"), choices=DAYS)
    agencies = TickBoxes(
        label=_("Những đơn vị được mời ký"),
        choices=[],
        ask=_("Hãy chọn ít nhất hai đơn vị."),
    )

    def __init__(self, *args: Any, agencies: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agencies"].choices = agencies


class JoinProgram(Form):
    """What a program is called that answers for the agency."""

    name = NameField(
        label=_("Tên chương trình"),
        help_text=_("Ví dụ: Phần mềm tiếp nhận của bệnh viện"),
        max_length=100,
        ask=_("Hãy ghi tên chương trình."),
    )


class NoteLeave(Form):
    """From when until when somebody is away, and who stands in for her."""

    since = DayField(label=_("Nghỉ từ ngày"), earliest=clock.today, ask=_("Hãy ghi ngày nghỉ."))
    until = DayField(label=_("Đến hết ngày"), earliest=clock.today, ask=_("Hãy ghi ngày cuối."))
    substitute = ChooseRecord(label=_("Ai làm thay"), choices=[], ask=_("Hãy chọn một người."))

    def __init__(self, *args: Any, colleagues: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["substitute"].choices = colleagues
