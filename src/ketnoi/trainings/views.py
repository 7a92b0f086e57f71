"""The network through time."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.trainings import queries


@page(Audience.MEMBERS)
def network(request: PageRequest) -> HttpResponse:
    context = {
        "events": queries.network_events(),
        "organisations": queries.organisations(),
        "heads": [_("Tên trong bài viết"), _("Hiện nay"), _("Làm việc gì")],
    }
    return render(request, "trainings/network.html", context)
