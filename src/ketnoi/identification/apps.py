"""Identification as Django sees it."""

from django.apps import AppConfig


class Identification(AppConfig):
    """Decisions on legal status."""

    name = "ketnoi.identification"
    label = "identification"
