"""She stands at the door of a shelter and has no file."""

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.agencies.terms import Role
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, sent
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.pathway import actions, forms
from ketnoi.protection import queries as shelters

if TYPE_CHECKING:
    from ketnoi.agencies.models import Agency
    from ketnoi.cases.models import Case

KEEPERS = (Role.CASEWORKER, Role.SPECIALIST, Role.LEAD)


@page(
    Audience.MEMBERS,
    writes=True,
    roles=KEEPERS,
    finds=shelters.own_shelter,
    look="shelter.opened",
)
def night(request: PageRequest, agency: "Agency") -> HttpResponse:
    house = shelters.house_of(request.member, now=clock.now())
    return asked(
        request,
        forms.Night(sent(request), house=house),
        do=lambda **said: _admit(request, said),
        said=_("Đã nhận vào. Phần còn lại của hồ sơ bổ sung sau, hệ thống sẽ nhắc."),
        to=reverse("protection:house"),
        template="pathway/night.html",
        back=reverse("protection:house"),
    )


def _admit(request: PageRequest, said: dict[str, Any]) -> "Case":
    now = clock.now()
    try:
        return actions.admit_at_night(**said, by=request.member, now=now)
    except IntegrityError:
        # The same page was sent twice at the same moment, and the other one was first.
        return actions.admit_at_night(**said, by=request.member, now=now)
