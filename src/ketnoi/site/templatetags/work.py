"""What waits besides the tasks of files: read where a page of work asks for it."""

from typing import Any

from django import template
from django.template.context import Context

from ketnoi.intake import queries as intake

register = template.Library()


@register.simple_tag(takes_context=True)
def callbacks_waiting(context: Context) -> int:
    """How many people wait to be called by the agency of whoever reads."""
    member: Any = getattr(context.get("request"), "member", None)
    return intake.to_call_now(member) if member else 0
