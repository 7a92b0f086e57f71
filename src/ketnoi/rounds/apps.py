"""Rounds as Django sees them."""

from django.apps import AppConfig


class Rounds(AppConfig):
    """Rounds of matching, and what each says in the files."""

    name = "ketnoi.rounds"
    label = "rounds"
