"""The pages that belong to no domain: home, exit, lock, help, errors, and the gallery."""

import ipaddress
from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from ketnoi.agencies import actions as members
from ketnoi.agencies import queries as agencies
from ketnoi.foundation import clock
from ketnoi.foundation.asking import pressed
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.site import gallery as samples
from ketnoi.site import locking, navigation, sides, unlocking
from ketnoi.site.public import comes_from_here

BACK_END = "allauth.account.auth_backends.AuthenticationBackend"
START = "/cb/"
SEE_OTHER, NO_CONTENT = 303, 204
TRACELESS = {"Cache-Control": "no-store", "Clear-Site-Data": '"cache"'}
ROBOTS = "User-agent: *\nDisallow: /cb/\nDisallow: /thoat/\n"


@page(Audience.PUBLIC)
def leave(request: PageRequest) -> HttpResponse:
    return _away()


@page(Audience.PUBLIC)
def robots(request: PageRequest) -> HttpResponse:
    return HttpResponse(ROBOTS, content_type="text/plain")


@page(Audience.PUBLIC, writes=True)
def enter(request: PageRequest, key: str) -> HttpResponse:
    """Be one of the people of a demo. There is no such page anywhere else."""
    people = {m.user.get_username(): m for m in agencies.demo_members()} if settings.DEMO else {}
    member = people.get(f"demo-{key}")
    is_ours = _is_this_machine(request) and comes_from_here(request)
    if request.method != "POST" or member is None or not is_ours:
        raise Http404
    login(request, member.user, backend=BACK_END)
    return redirect(START)


@page(Audience.MEMBERS)
def you(request: PageRequest) -> HttpResponse:
    own_names = [(code, name) for code, name in settings.LANGUAGES if code != "km"]
    shown = {"memberships": agencies.memberships(request.user), "languages": own_names}
    return render(request, "site/you.html", shown)


@page(Audience.MEMBERS, writes=True)
def change_language(request: PageRequest) -> HttpResponse:
    """Read the screens in another language."""
    return pressed(
        request,
        do=lambda: members.choose_language(
            language=request.POST.get("language", ""), by=request.member
        ),
        said=_("Đã đổi ngôn ngữ."),
        to=reverse("you"),
    )


@page(Audience.MEMBERS, writes=True)
def change_agency(request: PageRequest) -> HttpResponse:
    """Act for another of her agencies."""
    mine = {str(m.pk) for m in agencies.memberships(request.user)}
    if request.method == "POST":
        if request.POST.get("member") not in mine:
            raise Http404
        request.session["member"] = request.POST["member"]
    return redirect(START)


@page(Audience.MEMBERS, writes=True)
def lock(request: PageRequest) -> HttpResponse:
    """Lock the screen now, and keep what was typed on the page she was on."""
    back = _staff_address(request.POST.get("kept-for", ""))
    if request.method == "POST":
        locking.keep(request, back)
        locking.lock(request.session)
    return redirect(back)


@page(Audience.MEMBERS, writes=True)
def unlock(request: PageRequest) -> HttpResponse:
    back = _staff_address(request.POST.get("back", ""))
    if request.method == "POST" and unlocking.is_still_her(request):
        locking.unlock(request.session)
        return redirect(back)
    if not locking.is_locked(request.session):
        return redirect(back)
    form = unlocking.refused(request) if request.method == "POST" else None
    return unlocking.screen(request, back, form)


@page(Audience.MEMBERS)
def still_here(request: PageRequest) -> HttpResponse:
    """Told by the page while somebody types, so that the screen stays open."""
    return HttpResponse(status=NO_CONTENT)


@page(Audience.MEMBERS)
def help_page(request: PageRequest) -> HttpResponse:
    return render(request, "site/help.html", {"reading": navigation.reading(request)})


@page(Audience.PUBLIC, writes=True)
def gallery(request: PageRequest) -> HttpResponse:
    shown = samples.everything(now=clock.now(), typed=request.POST or None)
    response = render(request, "site/gallery.html", shown)
    # A form here is guarded by a cookie, and the guard needs to hear where it comes from.
    response.headers["Referrer-Policy"] = "same-origin"
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What was sent cannot be read."""
    return _sorry(request, 400, _("Trang này chưa mở được"))


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Somebody may not do this, or a form is too old."""
    return _sorry(request, 403, _("Trang này chưa mở được"))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page, or none for this reader; the two look the same."""
    return _sorry(request, 404, _("Không có trang này"))


def broken(request: HttpRequest) -> HttpResponse:
    """Something broke. The way out works all the same."""
    if request.path == reverse("exit"):
        return _away()
    return _sorry(request, 500, _("Hệ thống đang gặp trục trặc"))


def _sorry(request: HttpRequest, status: int, heading: str) -> HttpResponse:
    shown: dict[str, Any] = {"heading": heading, "status": status}
    side = "staff" if sides.is_staff(request) else "public"
    response = render(request, f"site/sorry_{side}.html", shown, status=status)
    response.headers["Cache-Control"] = "no-store"
    if side == "public":
        response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _away() -> HttpResponse:
    response = HttpResponseRedirect(settings.KETNOI_EXIT_URL, headers=TRACELESS)
    response.status_code = SEE_OTHER
    return response


def _staff_address(given: str) -> str:
    is_ours = url_has_allowed_host_and_scheme(given, allowed_hosts=None)
    return given if is_ours and given.startswith(sides.STAFF) else START


def _is_this_machine(request: HttpRequest) -> bool:
    return ipaddress.ip_address(request.META.get("REMOTE_ADDR") or "0.0.0.0").is_loopback  # noqa: S104
