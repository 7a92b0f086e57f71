"""Addresses of the places."""

from django.urls import path

from ketnoi.places import views

staff = [path("xa-phuong/", views.communes_like, name="communes_like")]
