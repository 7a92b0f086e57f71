"""The addresses of recognition: below the file they are about."""

from django.urls import path

from ketnoi.recognition import views

staff = [
    path("ho-so/<str:code>/hoi-noi-khac/", views.ask, name="ask"),
    path("ho-so/<str:code>/hoi-noi-khac/rut-lai/", views.stop, name="stop"),
    path("ho-so/<str:code>/noi-khac-hoi/<uuid:pk>/", views.approach, name="approach"),
    path("ho-so/<str:code>/gioi-thieu/<uuid:pk>/", views.introduction, name="introduction"),
]
