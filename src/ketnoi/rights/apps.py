"""Rights as Django sees them."""

from django.apps import AppConfig


class Rights(AppConfig):
    """Requests of a person about her data."""

    name = "ketnoi.rights"
    label = "rights"
