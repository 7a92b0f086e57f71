"""Opening a locked screen again: password, passkey, or one button in a demo."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import ReauthenticateWebAuthnForm
from allauth.mfa.webauthn.internal.auth import begin_authentication
from django.conf import settings
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ketnoi.site import locking
from ketnoi.site.accounts import PasswordForm

LOCKED = 423


def screen(request: HttpRequest, back: str, form: PasswordForm | None = None) -> HttpResponse:
    """Ask whether it is still her, and remember where she was."""
    shown = {
        "form": form or PasswordForm(user=request.user),
        "one_button": settings.DEMO,
        "js_data": _passkey_question(request),
        "kept": locking.KEPT in request.session,
        "back": back,
    }
    response = render(request, "account/locked.html", shown, status=LOCKED)
    response.headers["Cache-Control"] = "no-store"
    return response


def is_still_her(request: HttpRequest) -> bool:
    """Whether what was sent shows that the same person is there."""
    if settings.DEMO:
        return True
    if "credential" in request.POST:
        return ReauthenticateWebAuthnForm(user=request.user, data=request.POST).is_valid()
    name, password = request.user.get_username(), request.POST.get("password", "")
    # Through the same door as signing in, so that wrong tries are counted.
    return authenticate(request, username=name, password=password) == request.user


def refused(request: HttpRequest) -> PasswordForm:
    """The question again, with a word about what was wrong."""
    form = PasswordForm({"password": ""}, user=request.user)
    form.errors.clear()
    form.add_error("password", _("Chưa mở được. Hãy thử lại."))
    return form


def _passkey_question(request: HttpRequest) -> dict[str, Any] | None:
    of_user = Authenticator.objects.filter(user_id=request.user.pk)
    if settings.DEMO or not of_user.filter(type=Authenticator.Type.WEBAUTHN).exists():
        return None
    return {"request_options": begin_authentication(request.user)}
