"""The addresses of the whole program: public pages in three languages, staff pages under /cb/."""

from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from ketnoi.site import account_urls, views
from ketnoi.site.public import from_this_site

# Who comes first is asked first; a domain that is not there has no addresses.
DOMAINS = (
    "cases",
    "people",
    "intake",
    "linkage",
    "referrals",
    "identification",
    "protection",
    "dwelling",
    "support",
    "lending",
    "livelihood",
    "rounds",
    "reintegration",
    "recognition",
    "conferences",
    "osso",
    "drives",
    "counselling",
    "reminding",
    "merging",
    "blocking",
    "transfers",
    "vigilance",
    "directory",
    "trainings",
    "learning",
    "law",
    "agencies",
    "places",
    "pathway",
    "offline",
    "reports",
    "rights",
    "api",
)

OWN = [
    path("vao-vai/<slug:key>/", views.enter, name="enter"),
    path("tai-khoan/", views.you, name="you"),
    path("ngon-ngu/", views.change_language, name="change_language"),
    path("doi-don-vi/", views.change_agency, name="change_agency"),
    path("khoa/", views.lock, name="lock"),
    path("mo-khoa/", views.unlock, name="unlock"),
    path("con-day/", views.still_here, name="still_here"),
    path("tro-giup/", views.help_page, name="help"),
]
GALLERY = [path("mau/", views.gallery, name="gallery")] if settings.LOCAL else []


def of_domains(kind: str) -> Iterable[tuple[str, list[URLPattern]]]:
    """Lists of the urls rooms (`staff`, `public`, `programs`), with the names of their domains."""
    for domain in DOMAINS:
        if find_spec(f"ketnoi.{domain}") and find_spec(f"ketnoi.{domain}.urls"):
            found = getattr(import_module(f"ketnoi.{domain}.urls"), kind, None)
            if found:
                yield domain, found


def staff() -> list[URLResolver]:
    """The pages of the staff, each domain in its own namespace."""
    return [path("", include((found, domain))) for domain, found in of_domains("staff")]


def public() -> list[URLResolver]:
    """The public pages; what is sent to them must come from this site."""
    return [
        path("", include(([from_this_site(p) for p in found], f"{domain}_public")))
        for domain, found in of_domains("public")
    ]


def programs() -> list[URLResolver]:
    """What programs of agencies ask: nothing for a person's eyes, in no language."""
    return [
        path("", include((found, f"{domain}_programs"))) for domain, found in of_domains("programs")
    ]


urlpatterns = [
    path("thoat/", views.leave, name="exit"),
    path("robots.txt", views.robots, name="robots"),
    path("cb/", include([*account_urls.patterns, *OWN, *GALLERY, *staff()])),
    *programs(),
    *i18n_patterns(*public(), prefix_default_language=False),
]
FRAMEWORK_VIEWS = tuple(p.callback for p in account_urls.patterns)
handler400 = "ketnoi.site.views.bad_request"
handler403 = "ketnoi.site.views.forbidden"
handler404 = "ketnoi.site.views.not_found"
handler500 = "ketnoi.site.views.broken"
