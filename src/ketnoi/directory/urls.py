"""Addresses of the directory. Public ones say nothing about why somebody is there."""

from django.urls import path

from ketnoi.directory import views

public = [
    path("", views.home, name="home"),
    path("ho-tro/", views.find_help, name="find_help"),
    path("ho-tro/<slug:way>/", views.help_with, name="help_with"),
    path("duong-day-nong/", views.hotlines, name="hotlines"),
    path("dia-chi-tin-cay/", views.trusted, name="trusted"),
    path("an-toan/", views.safety, name="safety"),
]
staff = [
    path("danh-ba/", views.services, name="services"),
    path("danh-ba/<uuid:pk>/", views.service, name="service"),
    path("danh-ba/<uuid:pk>/mo-ta/", views.description, name="description"),
    path("danh-ba/<uuid:pk>/cho/", views.capacity, name="capacity"),
    path("danh-ba/<uuid:pk>/giu-cho/", views.hold_place, name="hold_place"),
    path("danh-ba/<uuid:pk>/giu-cho/<uuid:hold>/thoi/", views.release_place, name="release_place"),
    path("danh-ba/so/<uuid:pk>/", views.hotline, name="hotline"),
]
