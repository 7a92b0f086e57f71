"""Merging as Django sees it."""

from django.apps import AppConfig


class Merging(AppConfig):
    """Two files of one person."""

    name = "ketnoi.merging"
    label = "merging"
