"""What is typed to find something in the library."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnoi.law.terms import Kind


class LibrarySearch(forms.Form):
    """Words with or without marks, and the kind of fact."""

    q = forms.CharField(label=_("Từ cần tìm"), max_length=100, required=False)
    kind = forms.ChoiceField(
        label=_("Loại"), choices=[("", _("Tất cả")), *Kind.choices], required=False
    )
