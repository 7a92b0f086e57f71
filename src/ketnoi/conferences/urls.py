"""The addresses of given work and of conferences: below the file they are about."""

from django.urls import path

from ketnoi.conferences import views

WORK, TALK = "ho-so/<str:code>/viec-giao/", "ho-so/<str:code>/hop/"

staff = [
    path(WORK, views.assignments, name="assignments"),
    path(f"{WORK}<uuid:pk>/", views.assignment, name="assignment"),
    path(f"{WORK}<uuid:pk>/giao-lai/", views.again, name="again"),
    path(f"{WORK}<uuid:pk>/thu-lai/", views.take_back, name="take_back"),
    path(TALK, views.conferences, name="conferences"),
    path(f"{TALK}<uuid:pk>/", views.conference, name="conference"),
    path(f"{TALK}<uuid:pk>/noi-dung/", views.topic, name="topic"),
    path(f"{TALK}<uuid:pk>/tra-loi/", views.reply, name="reply"),
    path(f"{TALK}<uuid:pk>/doi-ngay/", views.move, name="move"),
    path(f"{TALK}<uuid:pk>/huy/", views.call_off, name="call_off"),
    path(f"{TALK}<uuid:pk>/bien-ban/", views.minutes, name="minutes"),
    path(f"{TALK}<uuid:pk>/xac-nhan/", views.confirm, name="confirm"),
    path(f"{TALK}<uuid:pk>/dinh-chinh/", views.correct, name="correct"),
]
