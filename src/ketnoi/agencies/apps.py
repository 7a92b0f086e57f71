"""Agencies as Django sees them."""

from django.apps import AppConfig


class Agencies(AppConfig):
    """Who takes part in the network."""

    name = "ketnoi.agencies"
    label = "agencies"
