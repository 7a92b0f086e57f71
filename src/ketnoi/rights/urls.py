"""Addresses of requests about data."""

from django.urls import path

from ketnoi.rights import views

FILE = "ho-so/<str:code>/quyen/"

staff = [
    path(FILE, views.requests, name="requests"),
    path(FILE + "ban-sao/", views.copy, name="copy"),
    path(FILE + "giu-lai/", views.hold, name="hold"),
    path(FILE + "giu-lai/thoi/", views.lift, name="lift"),
    path(FILE + "chia-se-lai/", views.share_again, name="share_again"),
    path(FILE + "<uuid:pk>/", views.request, name="request"),
    path(FILE + "<uuid:pk>/phan-hoi/", views.acknowledge, name="acknowledge"),
    path(FILE + "<uuid:pk>/gia-han/", views.extend, name="extend"),
]
