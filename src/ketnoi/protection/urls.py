"""Addresses of protection."""

from django.urls import path

from ketnoi.protection import views

staff = [
    path("ho-so/<str:code>/tam-lanh/", views.stay, name="stay"),
    path("ho-so/<str:code>/tam-lanh/bo-sung/", views.complete, name="complete"),
    path("ho-so/<str:code>/tam-lanh/xem-lai/", views.review, name="review"),
    path("ho-so/<str:code>/ke-hoach-an-toan/", views.plan, name="plan"),
    path("ho-so/<str:code>/ke-hoach-an-toan/the/", views.card, name="card"),
    path("tam-lanh/", views.house, name="house"),
    path("tam-lanh/so-cho/", views.places, name="places"),
    path("tam-lanh/giu-cho/", views.keep, name="keep"),
    path("tam-lanh/giu-cho/<uuid:hold>/thoi/", views.release, name="release"),
    path("tam-lanh/dem/", views.count, name="count"),
    path("tam-lanh/mang-luoi/", views.occupancy, name="occupancy"),
    path("tam-lanh/ky/<str:stay>/doi-phong/", views.room, name="room"),
]
