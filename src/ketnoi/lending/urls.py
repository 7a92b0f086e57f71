"""Addresses of loans and of savings groups."""

from django.urls import path

from ketnoi.lending import views

LOANS = "ho-so/<str:code>/vay/"
LOAN = f"{LOANS}<uuid:pk>/"
GROUPS = "to-tiet-kiem/"
GROUP, SAVER = f"{GROUPS}<uuid:pk>/", f"{GROUPS}<uuid:group>/thanh-vien/<uuid:pk>/"

staff = [
    path("vay/", views.own_loans, name="own_loans"),
    path(LOANS, views.loans, name="loans"),
    path(f"{LOANS}xoa/<uuid:pk>/", views.forgiveness, name="forgiveness"),
    path(f"{LOANS}xoa/<uuid:pk>/chua/", views.return_forgiveness, name="return_forgiveness"),
    path(LOAN, views.loan, name="loan"),
    path(f"{LOAN}lich/", views.reschedule, name="reschedule"),
    path(f"{LOAN}tam-dung/", views.pause, name="pause"),
    path(f"{LOAN}xoa-no/", views.forgive, name="forgive"),
    path(f"{LOAN}hoi-tham/", views.ask_again, name="ask_again"),
    path(f"{LOAN}dinh-chinh/<uuid:key>/", views.correct, name="correct"),
    path(GROUPS, views.groups, name="groups"),
    path(GROUP, views.group, name="group"),
    path(f"{GROUP}hop/", views.meeting, name="meeting"),
    path(f"{GROUP}chia/", views.share_out, name="share_out"),
    path(SAVER, views.saver, name="saver"),
    path(f"{SAVER}roi/", views.forget, name="forget"),
    path(f"{GROUPS}<uuid:group>/but-toan/<uuid:pk>/", views.correct_entry, name="correct_entry"),
]
