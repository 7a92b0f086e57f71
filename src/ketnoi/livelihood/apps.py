"""Livelihood as Django sees it."""

from django.apps import AppConfig


class Livelihood(AppConfig):
    """Opportunities and placements."""

    name = "ketnoi.livelihood"
    label = "livelihood"
