"""The addresses of blocking: below the page that says who may see a file."""

from django.urls import path

from ketnoi.blocking import views

BLOCKS = "ho-so/<str:code>/nguoi-xem/chan/"

staff = [
    path(BLOCKS, views.blocks, name="blocks"),
    path(f"{BLOCKS}<uuid:pk>/bo/", views.unblock, name="unblock"),
]
