"""Reintegration as Django sees it."""

from django.apps import AppConfig


class Reintegration(AppConfig):
    """Follow-ups."""

    name = "ketnoi.reintegration"
    label = "reintegration"
