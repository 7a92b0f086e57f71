"""Pages of the addresses of an agency's programs that are told when something happened."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.agencies.terms import MANAGES_MEMBERS
from ketnoi.api import actions, queries
from ketnoi.api.forms.webhooks import BeginWebhook
from ketnoi.api.models import Webhook
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.asking import pressed, sent
from ketnoi.foundation.page import Audience, PageRequest, page

MANAGERS = tuple(sorted(MANAGES_MEMBERS))


@page(Audience.MEMBERS, writes=True, roles=MANAGERS)
def webhooks(request: PageRequest) -> HttpResponse:
    form, made, secret = BeginWebhook(sent(request)), None, ""
    if request.method == "POST" and form.is_valid():
        try:
            about = {"by": request.member, "now": clock.now()}
            made, secret = actions.begin_webhook(**form.cleaned_data, **about)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    shown = {
        "form": BeginWebhook() if made else form,
        "secret": secret,
        "made": made,
        "webhooks": queries.webhooks_of(request.member.agency_id),
    }
    return render(request, "api/webhooks.html", shown, status=422 if form.errors else 200)


@page(
    Audience.MEMBERS,
    writes=True,
    roles=MANAGERS,
    finds=queries.webhook,
    look="webhook.opened",
)
def end_webhook(request: PageRequest, webhook: Webhook) -> HttpResponse:
    return pressed(
        request,
        do=lambda: actions.end_webhook(webhook=webhook, by=request.member, now=clock.now()),
        said=_("Địa chỉ này không được báo nữa."),
        to=reverse("api:webhooks"),
    )
