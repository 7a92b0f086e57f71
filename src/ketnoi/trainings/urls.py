"""Addresses of the network's events."""

from django.urls import path

from ketnoi.trainings import views

staff = [path("mang-luoi/", views.network, name="network")]
