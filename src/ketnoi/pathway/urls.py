"""The page of a file, and steps that cross domains."""

from django.urls import path

from ketnoi.pathway import views

staff = [
    path("ho-so/<str:code>/", views.case, name="case"),
    path("ho-so/<str:code>/dong-y/<uuid:pk>/rut-lai/", views.withdraw, name="withdraw"),
    path("ho-so/<str:code>/hoi-nhieu-noi/", views.ask_several, name="ask_several"),
    path("ho-so/<str:code>/ket-thuc/", views.close, name="close"),
    path("ho-so/<str:code>/ket-thuc/xem-lai/", views.closing, name="closing"),
    path("ho-so/<str:code>/ket-thuc/dong-y/", views.agree_to_close, name="agree_to_close"),
    path("ho-so/<str:code>/ket-thuc/rut-lai/", views.drop_closing, name="drop_closing"),
    path("ho-so/<str:code>/nham/", views.mistaken, name="mistaken"),
    path("ho-so/<str:code>/theo-doi/", views.follow, name="follow"),
    path("chuyen-gui/<uuid:pk>/nhan/", views.accept, name="accept"),
    path("chuyen-gui/<uuid:pk>/thu-hoi/", views.recall, name="recall"),
    path("chuyen-gui/<uuid:pk>/noi-khac/", views.redirect, name="redirect"),
    path("chuyen-gui/<uuid:pk>/co-hoi/", views.propose, name="propose"),
    path("chuyen-gui/<uuid:pk>/co-hoi/hop/", views.suits, name="suits"),
]
