"""Support as Django sees it."""

from django.apps import AppConfig


class Support(AppConfig):
    """Support that was given."""

    name = "ketnoi.support"
    label = "support"
