"""Blocking as Django sees it."""

from django.apps import AppConfig


class Blocking(AppConfig):
    """Who must not know of a file."""

    name = "ketnoi.blocking"
    label = "blocking"
