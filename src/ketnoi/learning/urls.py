"""Addresses of knowledge pages: neutral words, and never what somebody answered."""

from django.urls import path

from ketnoi.learning import views

public = [
    path("kien-thuc/", views.topics, name="topics"),
    path("kien-thuc/hoi-truoc-khi-di/", views.check, name="check"),
    path("kien-thuc/the/", views.cards, name="cards"),
    path("kien-thuc/the/chu-noi/", views.card_in_text, name="card_in_text"),
    path("kien-thuc/the/<slug:size>/", views.sheet, name="sheet"),
    path("kien-thuc/<slug:slug>/", views.screen, name="topic"),
    path("kien-thuc/<slug:slug>/<int:number>/", views.screen, name="screen"),
]
