"""Dwelling as Django sees it."""

from django.apps import AppConfig


class Dwelling(AppConfig):
    """Life in the house."""

    name = "ketnoi.dwelling"
    label = "dwelling"
