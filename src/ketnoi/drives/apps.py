"""Drives as Django sees them."""

from django.apps import AppConfig


class Drives(AppConfig):
    """Mobilising resources."""

    name = "ketnoi.drives"
    label = "drives"
