"""Scenes of agencies and members."""

from itertools import count
from typing import Any

from django.contrib.auth import get_user_model

from ketnoi.agencies.models import Agency, Member
from ketnoi.foundation import clock
from ketnoi.foundation.action import writing

_numbers = count(1)


def agency(function: str = "women_union", level: str = "commune", **facts: Any) -> Agency:
    """An agency of the network."""
    number = next(_numbers)
    name = facts.pop("name", f"Đơn vị {number}")
    with writing():
        return Agency.objects.create(
            key=f"{function.replace('_', '-')}-{number}",
            name=name,
            function=function,
            level=level,
            **facts,
        )


def member(of: Agency | None = None, role: str = "caseworker", name: str = "Lan") -> Member:
    """Somebody who acts for an agency."""
    of = of or agency()
    with writing():
        user = get_user_model().objects.create(username=f"nguoi-{next(_numbers)}")
        return Member.objects.create(user=user, agency=of, role=role, name=name, since=clock.now())
