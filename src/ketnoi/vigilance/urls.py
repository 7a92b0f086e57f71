"""Addresses of tips: where anybody tells something, and the desk that reads it."""

from django.urls import path

from ketnoi.vigilance import views

public = [
    path("bao-tin/", views.tell, name="tell"),
    path("bao-tin/tra-loi/", views.box, name="box"),
    path("bao-tin/viet-them/", views.word, name="word"),
    path("bao-tin/anh/", views.picture, name="picture"),
]
TIP = "tin-bao/<uuid:pk>/"
HANDED = "tin-bao/chuyen/<uuid:pk>/"
staff = [
    path("tin-bao/", views.tips, name="tips"),
    path("tin-bao/noi-nhan/", views.desk, name="desk"),
    path("tin-bao/ghi/", views.type_tip, name="type_tip"),
    path(HANDED, views.handed, name="handed"),
    path(f"{HANDED}da-nhan/", views.receive, name="receive"),
    path(TIP, views.tip, name="tip"),
    path(f"{TIP}tra-loi/", views.answer, name="answer"),
    path(f"{TIP}dau-hieu/", views.sight, name="sight"),
    path(f"{TIP}chuyen/", views.hand_over, name="hand_over"),
    path("tin-bao/<uuid:tip>/anh/<uuid:pk>/", views.kept_picture, name="kept_picture"),
]
