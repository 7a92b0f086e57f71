"""Linkage as Django sees it."""

from django.apps import AppConfig


class Linkage(AppConfig):
    """Lists, and who in them may be one person."""

    name = "ketnoi.linkage"
    label = "linkage"
