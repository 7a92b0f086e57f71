"""Recognition as Django sees it."""

from django.apps import AppConfig


class Recognition(AppConfig):
    """The same person, met twice."""

    name = "ketnoi.recognition"
    label = "recognition"
