"""Reports as Django sees them."""

from django.apps import AppConfig


class Reports(AppConfig):
    """What coordinators read of the whole network."""

    name = "ketnoi.reports"
    label = "reports"
