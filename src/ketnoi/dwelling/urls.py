"""Addresses of life in the house."""

from django.urls import path

from ketnoi.dwelling import views

IN_STAY = "tam-lanh/ky/<str:stay>/"
staff = [
    path("tam-lanh/ca/", views.shift, name="shift"),
    path(IN_STAY, views.stay, name="stay"),
    path(f"{IN_STAY}so-ngay/", views.notes, name="notes"),
    path(f"{IN_STAY}so-ngay/<uuid:pk>/xong/", views.settle, name="settle"),
    path(f"{IN_STAY}so-ngay/<uuid:pk>/gach/", views.strike_note, name="strike_note"),
    path(f"{IN_STAY}do-dung/", views.belongings, name="belongings"),
    path(f"{IN_STAY}do-dung/<uuid:pk>/", views.belonging, name="belonging"),
    path(f"{IN_STAY}do-dung/<uuid:pk>/gach/", views.strike_belonging, name="strike_belonging"),
    path(f"{IN_STAY}tham/", views.visits, name="visits"),
    path(f"{IN_STAY}tham/<uuid:pk>/", views.visit, name="visit"),
    path(f"{IN_STAY}dua-don/", views.transports, name="transports"),
    path(f"{IN_STAY}roi-di/", views.leave, name="leave"),
    path("dua-don/", views.on_the_way, name="on_the_way"),
    path("dua-don/<uuid:pk>/", views.transport, name="transport"),
]
