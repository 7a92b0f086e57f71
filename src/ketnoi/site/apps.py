"""The site as Django sees it."""

from django.apps import AppConfig


class Site(AppConfig):
    """Puts the floors below together into one program."""

    name = "ketnoi.site"
    label = "site"
