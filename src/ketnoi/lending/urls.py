"""Addresses of loans."""

from django.urls import path

from ketnoi.lending import views

LOANS = "ho-so/<str:code>/vay/"
LOAN = f"{LOANS}<uuid:pk>/"

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
]
