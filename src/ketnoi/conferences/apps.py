"""Conferences as Django sees them."""

from django.apps import AppConfig


class Conferences(AppConfig):
    """Agencies that talk about one file and share the work out."""

    name = "ketnoi.conferences"
    label = "conferences"
