"""What every template may count on."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from ketnoi.foundation.languages import draft_mark
from ketnoi.site import navigation, sides


def around(request: HttpRequest) -> dict[str, Any]:
    """On the staff side who acts and where she is; on the public side the other languages."""
    if not sides.is_staff(request):
        return {
            "demo": settings.DEMO,
            "languages": SimpleLazyObject(lambda: languages(request)),
            "draft": draft_mark(),
        }
    return {
        "demo": settings.DEMO,
        "member": getattr(request, "member", None),
        "navigation": SimpleLazyObject(lambda: navigation.entries(request)),
        "others": SimpleLazyObject(lambda: navigation.others(request)),
        "lock_after": int(settings.KETNOI_LOCK_AFTER.total_seconds()),
    }


def languages(request: HttpRequest) -> list[dict[str, Any]]:
    """The same page in each language."""
    return [
        {
            "code": code,
            "name": name,
            "url": translate_url(request.path, code),
            "current": code == get_language(),
        }
        for code, name in settings.LANGUAGES
    ]
