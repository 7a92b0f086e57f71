"""The addresses of merging: below the file that goes on."""

from django.urls import path

from ketnoi.merging import views

TWIN = "ho-so/<str:code>/ho-so-trung/"

staff = [
    path(TWIN, views.choose, name="choose"),
    path(f"{TWIN}<str:other>/", views.compare, name="compare"),
    path(f"{TWIN}<uuid:pk>/tach/", views.undo, name="undo"),
]
