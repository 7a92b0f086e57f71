"""The foundation as Django sees it."""

from django.apps import AppConfig


class Foundation(AppConfig):
    """Holds the database schema `kn`, the trail and the holidays."""

    name = "ketnoi.foundation"
    label = "foundation"
