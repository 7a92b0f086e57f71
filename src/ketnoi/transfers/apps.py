"""Transfers as Django sees them."""

from django.apps import AppConfig


class Transfers(AppConfig):
    """Files that go to another province."""

    name = "ketnoi.transfers"
    label = "transfers"
