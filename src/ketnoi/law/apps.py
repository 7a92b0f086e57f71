"""Law as Django sees it."""

from django.apps import AppConfig


class Law(AppConfig):
    """Dated legal facts and deadlines."""

    name = "ketnoi.law"
    label = "law"
