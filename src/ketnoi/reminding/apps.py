"""Reminding as Django sees it."""

from django.apps import AppConfig


class Reminding(AppConfig):
    """What waits is said again."""

    name = "ketnoi.reminding"
    label = "reminding"
