"""A list is sent in as a file."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnoi.foundation.inputs import Form
from ketnoi.linkage.rules import sheets


class ListForm(Form):
    """One Excel file."""

    file = forms.FileField(
        label=_("Tệp Excel (.xlsx)"),
        help_text=_("Dòng đầu ghi: Họ và tên, Ngày sinh, Số điện thoại, Số căn cước, Xã."),
        error_messages={"required": _("Hãy chọn một tệp Excel.")},
        allow_empty_file=True,
    )

    def clean_file(self) -> bytes:
        """The bytes of a file that is not too large."""
        sent = self.cleaned_data["file"]
        if sent.size > sheets.MOST_BYTES:
            raise forms.ValidationError(_("Tệp quá lớn. Hãy chia danh sách, mỗi tệp dưới 20 MB."))
        return sent.read()
