"""What waits besides the tasks of files: read where a page of work asks for it."""

from typing import Any

from django import template
from django.template.context import Context

from ketnoi.foundation import clock
from ketnoi.intake import queries as intake

register = template.Library()


@register.simple_tag(takes_context=True)
def callbacks_waiting(context: Context) -> int:
    """How many people wait to be called by the agency of whoever reads."""
    member: Any = getattr(context.get("request"), "member", None)
    return intake.to_call_now(member) if member else 0


@register.simple_tag(takes_context=True)
def calls_open_too_long(context: Context) -> int:
    """How many calls the agency of whoever reads answered and gave no outcome in time."""
    member: Any = getattr(context.get("request"), "member", None)
    return intake.overdue_calls(member, now=clock.now()) if member else 0
