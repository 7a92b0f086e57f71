"""The pathway as Django sees it."""

from django.apps import AppConfig


class Pathway(AppConfig):
    """Steps that cross domains."""

    name = "ketnoi.pathway"
    label = "pathway"
