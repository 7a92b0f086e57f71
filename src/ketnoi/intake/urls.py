"""The addresses of the first conversation, of calls, and of calling back."""

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
    path("cuoc-goi/moi/", views.begin, name="begin"),
    path("cuoc-goi/nho/", views.bring_missed, name="bring_missed"),
    path("cuoc-goi/nho/mau/", views.missed_template, name="missed_template"),
    path("cuoc-goi/nho/<uuid:pk>/", views.missed_list, name="missed_list"),
    path("cuoc-goi/nho/<uuid:pk>/them/", views.add_missed, name="add_missed"),
    path("cuoc-goi/nho/<uuid:pk>/bo/", views.drop_missed, name="drop_missed"),
    path("cuoc-goi/<uuid:pk>/", views.call, name="call"),
    path("goi-lai/<uuid:pk>/", views.callback, name="callback"),
    path("goi-lai/<uuid:pk>/nhan/", views.claim, name="claim"),
    path("goi-lai/<uuid:pk>/tra-lai/", views.release, name="release"),
    path("goi-lai/<uuid:pk>/ket-thuc/", views.end, name="end"),
]
