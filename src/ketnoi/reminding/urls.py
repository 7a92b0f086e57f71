"""The addresses of a member's own calendar."""

from django.urls import path

from ketnoi.reminding import views

staff = [
    path("lich/", views.feed, name="feed"),
    path("lich/thoi/", views.end_feed, name="end_feed"),
    path("lich/<slug:token>/", views.calendar, name="calendar"),
]
