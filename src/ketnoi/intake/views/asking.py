"""To ask to be called, for anybody: no cookie, no script, nothing kept before the last press."""

from typing import Any

from django.core.signing import BadSignature
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from ketnoi.directory import queries as directory
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.actor import Visitor
from ketnoi.foundation.inputs.stamped import new_stamp, read_stamp
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.intake import actions, forms, queries, rules
from ketnoi.law import queries as law

FIRST, LOOK, SENT = "intake/public/first.html", "intake/public/look.html", "intake/public/sent.html"
STEP, THANKS = "intake/public/step.html", "intake/public/thanks.html"
OK = 200
LAST = len(forms.STEPS) + 1
"""The page on which everything is looked at once more; the press there is the one that counts."""


@page(Audience.PUBLIC, writes=True)
def ask(request: PageRequest) -> HttpResponse:
    now = clock.now()
    context = _first(now)
    if request.method != "POST" or context["duty"] is None:
        return render(request, FIRST, context)
    typed = request.POST.copy()
    if _was_sent(typed.get("stamp", "")):
        return render(request, SENT, _numbers())
    typed.setdefault("stamp", new_stamp(at=now))
    return _go_on(request, typed, *_wanted(typed))


@page(Audience.PUBLIC)
def thanks(request: PageRequest) -> HttpResponse:
    return render(request, THANKS, {"days": _days(), **_numbers()})


def _go_on(request: PageRequest, typed: Any, at: int, to: int) -> HttpResponse:
    """From the page that was sent to the next; back again without losing what is wrong on it."""
    if at == LAST and to > LAST:
        return _send(request, typed)
    if 1 <= at < LAST and to > at:
        form = forms.STEPS[at - 1](typed)
        if not form.is_valid():
            return _step(request, typed, at, form)
    if to >= LAST:
        return _look(request, typed, forms.Ask(typed))
    return _step(request, typed, to)


def _send(request: PageRequest, typed: Any) -> HttpResponse:
    # Here joins whatever asks for one step more while the form is flooded (foundation.flood).
    form = forms.Ask(typed)
    if not form.is_valid():
        return _mend(request, typed, form)
    try:
        said = {**form.cleaned_data, "language": get_language() or "vi"}
        actions.ask_to_be_called(by=Visitor(), now=clock.now(), **said)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _look(request, typed, form, status=422)
    return redirect("intake_public:thanks")


def _mend(request: PageRequest, typed: Any, form: Any) -> HttpResponse:
    """The page of the first answer that is not understood; else all of it, to be sent again."""
    for step, asked in enumerate(forms.STEPS, start=1):
        if set(asked.base_fields) & set(form.errors):
            return _step(request, typed, step, asked(typed))
    return _look(request, form.data, form, status=422)


def _step(request: PageRequest, typed: Any, step: int, form: Any = None) -> HttpResponse:
    asked = forms.STEPS[step - 1]
    names = forms.shown_at(step)
    form = form or asked(initial={name: typed.get(name, "") for name in names})
    context = _context(typed, step) | {"form": form}
    return render(request, STEP, context, status=422 if form.errors else 200)


def _look(request: PageRequest, typed: Any, form: Any, *, status: int = OK) -> HttpResponse:
    told = [_answers(form, step) for step in range(1, LAST)]
    # Before the last press nothing is refused: a form may be looked at as often as one likes.
    errors = form.non_field_errors() if status != OK else []
    context = _context(typed, LAST) | {"told": told, "errors": errors}
    return render(request, LOOK, context, status=status)


def _answers(form: Any, step: int) -> tuple[int, list[tuple[Any, str]]]:
    lines = []
    for name in forms.shown_at(step):
        field, said = form.fields[name], form[name].value() or ""
        words = dict(getattr(field, "choices", ())).get(said, said)
        lines.append((field.label, words))
    return step, lines


def _context(typed: Any, step: int) -> dict[str, Any]:
    said = [typed.get(name, "") for each in forms.STEPS for name in each.base_fields]
    is_danger = rules.says_danger(said)
    return {
        "carried": forms.carried(typed, step=step),
        "step": step,
        "last": LAST,
        "before": step - 1,
        "next": step + 1,
        "is_danger": is_danger,
        **_numbers(),
    }


def _numbers() -> dict[str, Any]:
    urgent = [e for e in directory.hotlines() if e.record.number in {"113", "111"}]
    return {"urgent": [entry for entry in urgent if entry.record.dialable]}


def _first(now: Any) -> dict[str, Any]:
    return {"duty": queries.duty(now=now), "days": _days(), **_numbers()}


def _days() -> int | None:
    """Within how many working days somebody calls, as the network agreed."""
    return law.fact("callback.first", on=clock.today()).value


def _was_sent(stamp: str) -> bool:
    try:
        key, _opened = read_stamp(stamp)
    except BadSignature:
        return False
    return queries.is_sent(key)


def _wanted(typed: Any) -> tuple[int, int]:
    """From which page to which; whatever else is sent begins at the first question."""
    at, to = (_number(typed.get(name, "")) for name in ("tu", "den"))
    return at, min(max(to, 1), LAST + 1)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) == 1 else 0
