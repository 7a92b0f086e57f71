"""The address of the first conversation."""

from django.urls import path

from ketnoi.intake import views

staff = [path("tiep-nhan/", views.new, name="new")]
