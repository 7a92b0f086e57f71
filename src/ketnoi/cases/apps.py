"""Cases as Django sees them."""

from django.apps import AppConfig


class Cases(AppConfig):
    """The file, consent, notes and tasks."""

    name = "ketnoi.cases"
    label = "cases"
