"""Places as Django sees them."""

from django.apps import AppConfig


class Places(AppConfig):
    """Provinces and communes."""

    name = "ketnoi.places"
    label = "places"
