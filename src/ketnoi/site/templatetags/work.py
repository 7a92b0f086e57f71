"""What waits besides the tasks of files: read where a page of work asks for it."""

from typing import Any

from django import template
from django.template.context import Context

from ketnoi.foundation import clock
from ketnoi.intake import queries as intake

register = template.Library()


@register.simple_tag(takes_context=True)
def waiting_on_the_telephone(context: Context) -> dict[str, int]:
    """How many wait to be called by the agency of whoever reads, and how many of its calls have
    no outcome in time."""
    member: Any = getattr(context.get("request"), "member", None)
    return intake.waiting_on_the_telephone(member, now=clock.now()) if member else {}
