"""The addresses for programs as Django sees them."""

from django.apps import AppConfig


class Api(AppConfig):
    """What other programs may read."""

    name = "ketnoi.api"
    label = "api"
