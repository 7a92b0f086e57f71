"""Addresses of support."""

from django.urls import path

from ketnoi.support import views

staff = [
    path("ho-so/<str:code>/ho-tro/", views.support, name="support"),
    path("ho-so/<str:code>/ho-tro/<uuid:pk>/ghi-nham/", views.mistaken, name="mistaken"),
]
