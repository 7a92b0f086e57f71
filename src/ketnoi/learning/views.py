"""Knowledge pages for anybody: one idea a screen, six questions, nothing kept."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as public_

from ketnoi.foundation import clock
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.learning import forms, queries, rules

TOPICS, SCREEN, CHECK, OUTLOOK, CARDS, SHEET = (
    f"learning/public/{name}.html"
    for name in ("topics", "screen", "check", "outlook", "cards", "sheet")
)
SMALL, LARGE = "a6", "a4"


@page(Audience.PUBLIC)
def topics(request: PageRequest) -> HttpResponse:
    context = {"topics": queries.topics(), "numbers": queries.numbers()}
    return render(request, TOPICS, context)


@page(Audience.PUBLIC)
def screen(request: PageRequest, slug: str, number: int = 1) -> HttpResponse:
    topic = queries.topic(slug)
    shown = queries.screen(topic, number) if topic else None
    if topic is None or shown is None:
        raise Http404
    context = {
        "topic": topic,
        "screen": shown,
        "laws": queries.law_of(shown, on=clock.today()),
        "recording": queries.recording(topic, shown, get_language() or "vi"),
        "before": number - 1,
        "after": number + 1 if number < topic.last else None,
        "numbers": queries.numbers(),
    }
    return render(request, SCREEN, context)


@page(Audience.PUBLIC, writes=True)
def check(request: PageRequest) -> HttpResponse:
    form = forms.CheckForm(request.POST if request.method == "POST" else None)
    numbers = queries.numbers()
    if not form.is_bound or not form.is_valid():
        context = {"form": form, "numbers": numbers}
        return render(request, CHECK, context, status=422 if form.errors else 200)
    outlook, lines = queries.looked_at(form.cleaned_data)
    return render(request, OUTLOOK, {"outlook": outlook, "lines": lines, "numbers": numbers})


@page(Audience.PUBLIC)
def cards(request: PageRequest) -> HttpResponse:
    return render(request, CARDS)


@page(Audience.PUBLIC)
def sheet(request: PageRequest, size: str) -> HttpResponse:
    if size not in {SMALL, LARGE}:
        raise Http404
    today = clock.today()
    told = {"size": size, "today": today, "cards": queries.cards(few=size == SMALL)}
    if size == LARGE:
        told["addresses"] = queries.addresses_to_print(on=today)
    return render(request, SHEET, told)


@page(Audience.PUBLIC)
def card_in_text(request: PageRequest) -> HttpResponse:
    today = clock.today()
    lines = [public_("Số điện thoại có người nghe"), *queries.lines_to_print(on=today)]
    asks = public_("In ngày %(day)s. Sau ba tháng, hãy xem lại số trước khi dùng.")
    written = rules.for_fingers([*lines, asks % {"day": f"{today:%d %m %Y}"}])
    return HttpResponse(written, content_type="text/plain; charset=utf-8")
