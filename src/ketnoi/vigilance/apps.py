"""Tips as Django sees them."""

from django.apps import AppConfig


class Vigilance(AppConfig):
    """Tips and their way to the police."""

    name = "ketnoi.vigilance"
    label = "vigilance"
