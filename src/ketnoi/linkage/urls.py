"""Addresses of lists."""

from django.urls import path

from ketnoi.linkage import views

staff = [
    path("danh-sach/", views.lists, name="lists"),
    path("danh-sach/<uuid:pk>/", views.one_list, name="list"),
]
