"""Addresses of the one-stop office."""

from django.urls import path

from ketnoi.osso import views

FILE, MEETS = "ho-so/<str:code>/mot-cua/", "ho-so/<str:code>/mot-cua/hen/<uuid:pk>/"
staff = [
    path("mot-cua/thong-ke/", views.report, name="report"),
    path("mot-cua/thong-ke/tep/", views.workbook, name="workbook"),
    path(FILE, views.desk, name="desk"),
    path(f"{FILE}tiep/", views.walk_in, name="walk_in"),
    path(f"{FILE}nhu-cau/<uuid:pk>/", views.wish, name="wish"),
    path(f"{FILE}con/<uuid:pk>/", views.child, name="child"),
    path(f"{FILE}hen/", views.appointments, name="appointments"),
    path(MEETS, views.appointment, name="appointment"),
    path(f"{MEETS}doi/", views.move, name="move"),
    path(f"{MEETS}huy/", views.call_off, name="call_off"),
    path(f"{MEETS}da-gap/", views.keep, name="keep"),
    path(f"{MEETS}lo-hen/", views.miss, name="miss"),
    path(f"{MEETS}goi-lai/", views.call, name="call"),
    path(f"{FILE}tu-van/", views.sessions, name="sessions"),
    path(f"{FILE}tu-van/<uuid:pk>/ghi-nham/", views.mistaken, name="mistaken"),
]
