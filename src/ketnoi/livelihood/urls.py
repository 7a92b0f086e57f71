"""Addresses of livelihood."""

from django.urls import path

from ketnoi.livelihood import views

staff = [
    path("sinh-ke/", views.opportunities, name="opportunities"),
    path("sinh-ke/moi/", views.new_opportunity, name="new_opportunity"),
    path("sinh-ke/<uuid:pk>/thu-hoi/", views.withdraw, name="withdraw"),
    path("sinh-ke/de-xuat/<uuid:pk>/", views.placement, name="placement"),
]
