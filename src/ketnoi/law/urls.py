"""Addresses of the law."""

from django.urls import path

from ketnoi.law import views

staff = [path("phap-luat/", views.library, name="library")]
