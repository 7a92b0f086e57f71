"""Counselling as Django sees it."""

from django.apps import AppConfig


class Counselling(AppConfig):
    """Sessions, supervision, groups."""

    name = "ketnoi.counselling"
    label = "counselling"
