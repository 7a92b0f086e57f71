"""What happens before a page: its language, and whether the screen is open."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _

from ketnoi.foundation.languages import with_languages
from ketnoi.site import locking, sides, unlocking

FORBIDDEN = 403
LEAVING = {"account_logout", "enter"}
# Somebody without an agency may leave, or follow an invitation into one.
BETWEEN_AGENCIES = LEAVING | {"invitation"}
OPENING = LEAVING | {"lock", "unlock"}
SETTING_UP = ("mfa_", "account_")
HAS_SECOND_FACTOR = "second-factor"

Next = Callable[[HttpRequest], HttpResponse]


class Language:
    """Public pages speak the language of their address, staff pages that of the member."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        in_path = translation.get_language_from_path(request.path_info)
        with translation.override(in_path or settings.LANGUAGE_CODE):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language())
            return response if sides.is_staff(request) else marked(response)

    def process_view(self, request: HttpRequest, *_view: Any) -> None:
        """The member is known only here."""
        if sides.is_staff(request):
            chosen = getattr(getattr(request, "member", None), "language", None)
            translation.activate(chosen or settings.LANGUAGE_CODE)


def marked(response: HttpResponse) -> HttpResponse:
    """A public page in which every string says its language, where it is not that of the page."""
    if response.headers.get("Content-Type", "").startswith("text/html") and not response.streaming:
        response.content = with_languages(response.content.decode()).encode()
        response.headers["Content-Length"] = str(len(response.content))
    return response


class Lock:
    """Nobody works at a screen that was left alone, without an agency, or with one factor."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        """What stands in the way of the page, or nothing."""
        if not sides.is_staff(request) or not request.user.is_authenticated:
            return None
        name = request.resolver_match.url_name or ""
        if request.member is None:
            return None if name in BETWEEN_AGENCIES else nobody(request)
        if locking.is_locked(request.session):
            return None if name in OPENING else locked(request)
        locking.touch(request.session)
        return one_factor(request, name) or given_back(request)


def nobody(request: HttpRequest) -> HttpResponse:
    """The page of somebody who acts for no agency any more."""
    return render(request, "account/no_agency.html", status=FORBIDDEN)


def locked(request: HttpRequest) -> HttpResponse:
    """The locked screen; what arrives meanwhile is kept."""
    if request.method == "POST":
        locking.keep(request, request.get_full_path())
    return unlocking.screen(request, request.get_full_path())


def one_factor(request: HttpRequest, name: str) -> HttpResponse | None:
    """Who has no second factor yet sets one up first."""
    if not getattr(settings, "KETNOI_SECOND_FACTOR", not settings.LOCAL):
        return None
    if name.startswith(SETTING_UP):
        request.session.pop(HAS_SECOND_FACTOR, None)
        return None
    if request.session.get(HAS_SECOND_FACTOR):
        return None
    if not is_mfa_enabled(request.user):
        return None if name in OPENING else redirect("mfa_index")
    request.session[HAS_SECOND_FACTOR] = True
    return None


def given_back(request: HttpRequest) -> None:
    """Fill the form again with what was typed before the screen locked."""
    if request.method == "GET" and (fields := locking.give_back(request)):
        request.POST = fields
        messages.info(request, _("Chữ bạn đã gõ vẫn còn đây. Hãy xem lại rồi gửi."))
