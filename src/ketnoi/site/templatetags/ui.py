"""The component library: every piece of a page, with named arguments only.

A misspelt argument fails when the template is loaded, so that no heading is lost in silence.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.template.context import Context
from django.template.loader import get_template
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.vietnamese import dates, phones
from ketnoi.foundation.vietnamese import money as sums
from ketnoi.site import drawing

register = template.Library()

BUTTONS = ("main", "plain", "danger")
NOTICES = ("info", "ok", "warn", "danger")
TAGS = ("plain", "ok", "wait", "late", "danger")
MESSAGES = {"success": "ok", "warning": "warn", "error": "danger"}
STEPS = {
    "done": _("Xong"),
    "doing": _("Đang làm"),
    "todo": _("Chưa làm"),
    "blocked": _("Chưa làm được"),
}
NOTICE_WORDS = {
    "info": _("Thông tin"),
    "ok": _("Đã xong"),
    "warn": _("Lưu ý"),
    "danger": _("Nguy hiểm"),
}


@register.simple_block_tag
def card(content: SafeString, *, title: str = "", level: int = 2) -> SafeString:
    """A part of a page under a heading."""
    return _draw("card", content=content, title=title, level=level)


@register.simple_block_tag
def button(
    content: SafeString, *, kind: str = "main", name: str = "", value: str = ""
) -> SafeString:
    """The button of a form; its words are a verb."""
    return _draw("button", content=content, kind=_one_of(BUTTONS, kind), name=name, value=value)


@register.simple_block_tag
def link_button(content: SafeString, *, href: str, kind: str = "plain") -> SafeString:
    """A link that looks like a button, because it starts something."""
    return _draw("link_button", content=content, kind=_one_of(BUTTONS, kind), href=href)


@register.simple_block_tag
def notice(content: SafeString, *, kind: str = "info", title: str = "") -> SafeString:
    """Something the reader must know before she goes on."""
    word = "" if title else NOTICE_WORDS[_one_of(NOTICES, kind)]
    return _draw("notice", content=content, kind=_one_of(NOTICES, kind), title=title, word=word)


@register.simple_block_tag
def tag(content: SafeString, *, kind: str = "plain") -> SafeString:
    """One word of state, with a shape."""
    return _draw("tag", content=content, kind=_one_of(TAGS, kind))


@register.simple_block_tag
def summary(content: SafeString) -> SafeString:
    """A list of facts: what, and how it stands."""
    return _draw("summary", content=content)


@register.simple_block_tag
def fact(content: SafeString, *, label: str, href: str = "", action: str = _("Sửa")) -> SafeString:
    """One fact of a summary; with an address, a link to change it."""
    return _draw("fact", content=content, label=label, href=href, action=action)


@register.simple_block_tag
def rows(content: SafeString) -> SafeString:
    """A list of work."""
    return _draw("rows", content=content)


@register.simple_block_tag
def row(
    content: SafeString,
    *,
    href: str,
    lead: str = "",
    code: str = "",
    action: str = _("Mở"),
    more: str = "",
    due: datetime | None = None,
    now: datetime | None = None,
) -> SafeString:
    """One piece of work: when, which file, what, a little more, and the one thing to do next."""
    if due is not None and now is not None:
        lead = deadline(due=due, now=now)
    words = {"lead": lead, "code": code, "more": more, "action": action}
    return _draw("row", content=content, href=href, **words)


@register.simple_block_tag
def table(content: SafeString, *, caption: str, heads: Sequence[str]) -> SafeString:
    """A table with a caption; on a phone each cell carries the name of its column."""
    body = drawing.labelled(content, heads)
    return _draw("table", content=body, caption=caption, heads=drawing.columns(content, heads))


@register.simple_block_tag
def empty(content: SafeString) -> SafeString:
    """The sentence that stands where a list would be."""
    return _draw("empty", content=content)


@register.simple_block_tag
def details(content: SafeString, *, summary: str) -> SafeString:
    """Something a reader opens when she needs it."""
    return _draw("details", content=content, summary=summary)


@register.simple_block_tag
def steps(content: SafeString) -> SafeString:
    """What there is to do in a file, in its order."""
    return _draw("steps", content=content)


@register.simple_block_tag
def step(content: SafeString, *, state: str, label: str, href: str = "") -> SafeString:
    """One thing to do: done, being done, to do, or not possible yet."""
    word = STEPS[_one_of(STEPS, state)]
    return _draw("step", content=content, state=state, word=word, label=label, href=href)


@register.simple_tag
def timeline(*, lines: Iterable[Any]) -> SafeString:
    """What happened, newest first; each line has `at`, `text` and `who`."""
    return _draw("timeline", lines=drawing.dated(lines))


@register.simple_tag
def back_link(*, href: str, text: str = "") -> SafeString:
    """The way back, above the heading."""
    return _draw("back_link", href=href, text=text or _("Quay lại"))


@register.simple_tag
def error_summary(*, form: Any) -> SafeString:
    """What must be put right in a form, each with a link to its place."""
    problems = drawing.problems(form)
    return _draw("error_summary", problems=problems) if problems else SafeString("")


@register.simple_tag
def deadline(*, due: datetime, now: datetime) -> SafeString:
    """How long there is still time, or since when there is none."""
    kind, words = drawing.time_left(due, now)
    return _draw("deadline", kind=kind, words=words, due=due)


@register.simple_tag(takes_context=True)
def pager(context: Context, *, page: Any) -> SafeString:
    """The pages before and after this one (a Slice or a Page)."""
    if not page.has_other_pages():
        return SafeString("")
    return _draw("pager", page=page, request=context.get("request"))


@register.filter
def day(value: date | None) -> str:
    """27/03/2026."""
    return dates.format_day(_local(value)) if value else ""


@register.filter
def long_day(value: date | None) -> str:
    """ngày 27 tháng 3 năm 2026 (27 March 2026 on English pages)."""
    if not value:
        return ""
    if get_language() == "en":
        return f"{_local(value):%-d %B %Y}"
    return dates.format_long_day(_local(value))


@register.filter
def moment(value: datetime | None) -> str:
    """27/03/2026 14:05."""
    return dates.format_moment(value) if value else ""


@register.filter
def phone_digits(value: str | None) -> str:
    """0377 672 444."""
    return phones.format_phone(value) if value else ""


@register.filter
def money(value: int | None) -> str:
    """5.000.000 đồng."""
    return "" if value is None else sums.format_money(int(value))


@register.filter
def some_are_optional(form: Any) -> bool:
    """A form with both needed and optional fields says which are needed."""
    return any(not field.field.required for field in form.visible_fields())


@register.filter
def looks_up(form: Any) -> bool:
    """A form with a line that offers names while one types needs the script for it."""
    return any(getattr(f.widget, "url", None) for f in getattr(form, "fields", {}).values())


@register.filter
def kind(message: Any) -> str:
    """Which notice a message of the framework becomes."""
    return MESSAGES.get(message.level_tag, "info")


@register.filter
def attribute(attributes: dict[str, Any], name: str) -> Any:
    """An attribute whose name a template cannot spell, such as `data-label`."""
    return attributes.get(name, "")


def _draw(component: str, /, **context: Any) -> SafeString:
    return SafeString(get_template(f"ui/{component}.html").render(context).strip())


def _one_of(allowed: Iterable[str], given: str) -> str:
    if given not in allowed:
        raise template.TemplateSyntaxError(f"{given!r} is none of {', '.join(allowed)}")
    return given


def _local(value: date) -> date:
    return value.astimezone(ZONE) if isinstance(value, datetime) else value
