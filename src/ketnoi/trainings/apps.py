"""Trainings as Django sees them."""

from django.apps import AppConfig


class Trainings(AppConfig):
    """Workshops, trainings and other events of the network."""

    name = "ketnoi.trainings"
    label = "trainings"
