"""The one-stop office as Django sees it."""

from django.apps import AppConfig


class Osso(AppConfig):
    """One office for all that a returned migrant woman and her family ask for."""

    name = "ketnoi.osso"
    label = "osso"
