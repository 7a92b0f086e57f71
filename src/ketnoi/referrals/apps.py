"""Referrals as Django sees them."""

from django.apps import AppConfig


class Referrals(AppConfig):
    """Requests from one agency to another."""

    name = "ketnoi.referrals"
    label = "referrals"
