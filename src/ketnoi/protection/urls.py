"""Addresses of protection."""

from django.urls import path

from ketnoi.protection import views

staff = [
    path("ho-so/<str:code>/tam-lanh/", views.stay, name="stay"),
    path("ho-so/<str:code>/tam-lanh/xem-lai/", views.review, name="review"),
    path("ho-so/<str:code>/tam-lanh/roi-di/", views.leave, name="leave"),
]
