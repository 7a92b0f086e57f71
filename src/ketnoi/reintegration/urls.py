"""Addresses of reintegration."""

from django.urls import path

from ketnoi.reintegration import views

staff = [
    path("ho-so/<str:code>/tham-hoi/", views.follow_ups, name="follow_ups"),
    path("ho-so/<str:code>/tham-hoi/<int:month>/", views.follow_up, name="follow_up"),
    path("ho-so/<str:code>/tham-hoi/<int:month>/bo/", views.skip, name="skip"),
]
