"""Addresses of rounds."""

from django.urls import path

from ketnoi.rounds import views

staff = [
    path("dot-ghep/", views.rounds, name="rounds"),
    path("dot-ghep/moi/", views.announce, name="announce"),
    path("dot-ghep/<uuid:pk>/", views.one_round, name="round"),
    path("dot-ghep/<uuid:pk>/bat-dau/", views.begin, name="begin"),
    path("dot-ghep/<uuid:pk>/huy/", views.call_off, name="call_off"),
    path("ho-so/<str:code>/dot-ghep/", views.hers, name="hers"),
    path("ho-so/<str:code>/dot-ghep/<uuid:pk>/hoi/", views.take_up, name="take_up"),
]
