"""Lending as Django sees it."""

from django.apps import AppConfig


class Lending(AppConfig):
    """Loans and savings groups."""

    name = "ketnoi.lending"
    label = "lending"
