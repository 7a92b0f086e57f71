"""Addresses of drives, and of the public page of what is needed."""

from django.urls import path

from ketnoi.drives import views

DRIVE = "van-dong/<uuid:pk>/"
NEED = "van-dong/<uuid:drive>/can/<uuid:pk>/"
PLEDGE = "van-dong/can/<uuid:need>/gop/<uuid:pk>/"

public = [
    path("can-giup/", views.board, name="board"),
    path("can-giup/cam-on/", views.thanks, name="thanks"),
    path("can-giup/<uuid:pk>/", views.offer, name="offer"),
]
staff = [
    path("van-dong/", views.drives, name="drives"),
    path(DRIVE, views.drive, name="drive"),
    path(f"{DRIVE}ket-thuc/", views.end_drive, name="end_drive"),
    path(f"{DRIVE}xoa-ten/", views.forget, name="forget"),
    path(f"{DRIVE}ket-qua/", views.evidence, name="evidence"),
    path("van-dong/<uuid:drive>/ket-qua/<uuid:pk>/", views.check, name="check"),
    path("van-dong/<uuid:drive>/ket-qua/<uuid:pk>/bo/", views.drop, name="drop"),
    path(NEED, views.need, name="need"),
    path(f"{NEED}kiem-tra/", views.verify, name="verify"),
    path(f"{NEED}thoi-can/", views.end_need, name="end_need"),
    path(f"{NEED}gop/", views.note_pledge, name="note_pledge"),
    path(f"{NEED}nhan/", views.receive, name="receive"),
    path(f"{NEED}chuyen/", views.give, name="give"),
    path(PLEDGE, views.pledge, name="pledge"),
    path(f"{PLEDGE}nhan/", views.arrive, name="arrive"),
    path(f"{PLEDGE}ket-thuc/", views.end_pledge, name="end_pledge"),
    path("van-dong/can/<uuid:need>/dong/<uuid:pk>/", views.correct, name="correct"),
]
