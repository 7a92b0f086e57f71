"""Protection as Django sees it."""

from django.apps import AppConfig


class Protection(AppConfig):
    """Shelter stays."""

    name = "ketnoi.protection"
    label = "protection"
