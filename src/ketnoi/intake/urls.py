"""The addresses of the first conversation, of asking to be called, and of calling back."""

from django.urls import path

from ketnoi.intake import views

public = [
    path("goi-lai/", views.ask, name="ask"),
    path("goi-lai/cam-on/", views.thanks, name="thanks"),
]
staff = [
    path("tiep-nhan/", views.new, name="new"),
    path("goi-lai/", views.callbacks, name="callbacks"),
    path("goi-lai/mang-luoi/", views.overseen, name="overseen"),
    path("goi-lai/<uuid:pk>/", views.callback, name="callback"),
    path("goi-lai/<uuid:pk>/nhan/", views.claim, name="claim"),
    path("goi-lai/<uuid:pk>/tra-lai/", views.release, name="release"),
    path("goi-lai/<uuid:pk>/ket-thuc/", views.end, name="end"),
]
