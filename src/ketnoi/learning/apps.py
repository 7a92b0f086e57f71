"""Learning as Django sees it."""

from django.apps import AppConfig


class Learning(AppConfig):
    """Knowledge pages, a check of six questions, cards to print; no table."""

    name = "ketnoi.learning"
    label = "learning"
