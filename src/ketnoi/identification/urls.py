"""Addresses of identification."""

from django.urls import path

from ketnoi.identification import views

staff = [path("ho-so/<str:code>/xac-minh/", views.decide, name="decide")]
