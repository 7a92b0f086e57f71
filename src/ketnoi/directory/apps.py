"""The directory as Django sees it."""

from django.apps import AppConfig


class Directory(AppConfig):
    """Services, hotlines and trusted addresses."""

    name = "ketnoi.directory"
    label = "directory"
