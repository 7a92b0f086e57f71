"""People as Django sees them."""

from django.apps import AppConfig


class People(AppConfig):
    """Persons and their sealed identity."""

    name = "ketnoi.people"
    label = "people"
