"""The two shapes of a page that writes: a form that is answered, and a button that is pressed."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from ketnoi.foundation.action import Refused
from ketnoi.foundation.page import PageRequest

Target = str | Callable[[Any], str]


def sent(request: HttpRequest) -> Any:
    """What was typed: sent now, or given back to this page after the screen was locked."""
    return request.POST if request.method == "POST" or request.POST else None


def asked(
    request: PageRequest,
    form: BaseForm,
    *,
    do: Callable[..., Any],
    said: Any,
    to: Target,
    template: str = "form.html",
    **shown: Any,
) -> HttpResponse:
    """Show a form; when it is answered, do one thing with it, say so, and go on.

    A refusal is shown in the form, with status 422 and everything that was typed.
    """
    if request.method == "POST" and form.is_valid():
        try:
            result = do(**form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, said)
            return redirect(to(result) if callable(to) else to)
    return render(request, template, {"form": form, **shown}, status=422 if form.errors else 200)


def pressed(request: PageRequest, *, do: Callable[[], Any], said: Any, to: Target) -> HttpResponse:
    """Do the one thing a button says; a refusal is said on the page it came from."""
    if request.method != "POST":
        return redirect(to(None) if callable(to) else to)
    result = None
    try:
        result = do()
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, said)
    return redirect(to(result) if callable(to) else to)
