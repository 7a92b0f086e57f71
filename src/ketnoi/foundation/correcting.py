"""Two people saving the same record: the second sees both values, and chooses."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ketnoi.foundation.action import Changed, Refused
from ketnoi.foundation.inputs import Form
from ketnoi.foundation.page import PageRequest


def asked_about(
    request: PageRequest,
    kind: type[Form],
    *,
    initial: dict[str, Any],
    version: int,
    do: Callable[..., Any],
    said: str,
    to: str,
    heading: str,
) -> HttpResponse:
    """Show what a record says, to be corrected; tell apart what somebody else has just changed.

    The page carries the version it was drawn from. When that is no longer the newest, nothing is
    saved: every field that differs shows both values, and the person sends the one she means.
    """
    form = kind(request.POST or None, initial=initial)
    shown = {"form": form, "heading": heading, "button": _("Lưu"), "back": to, "version": version}
    if request.method == "POST" and form.is_valid():
        try:
            do(version=_number(request.POST.get("version"), version), **form.cleaned_data)
        except Changed:
            _show_both(form, initial)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, said)
            return redirect(to)
    status = 422 if form.errors else 200
    return render(request, "versioned.html", shown, status=status)


def _show_both(form: Form, theirs: dict[str, Any]) -> None:
    form.add_error(None, _("Người khác cũng vừa sửa mục này. Hãy xem lại rồi lưu giá trị đúng."))
    for name, field in form.fields.items():
        was, mine = _words(field, theirs.get(name)), _words(field, _typed(form, name))
        if was != mine:
            both = _("Người khác vừa ghi: {theirs}. Bạn đang ghi: {mine}.")
            form.add_error(name, both.format(theirs=was, mine=mine))


def _typed(form: Form, name: str) -> Any:
    return form.cleaned_data.get(name, form[name].value())


def _words(field: forms.Field, value: Any) -> str:
    choices = dict(getattr(field, "choices", ()))
    values = value if isinstance(value, list | tuple) else [value]
    shown = [str(choices.get(v, getattr(v, "label", v))) for v in values if v not in {None, ""}]
    return ", ".join(sorted(shown)) or _("chưa ghi")


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() else default
