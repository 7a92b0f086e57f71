"""Intake as Django sees it."""

from django.apps import AppConfig


class Intake(AppConfig):
    """The first conversation."""

    name = "ketnoi.intake"
    label = "intake"
