"""Addresses of livelihood."""

from django.urls import path

from ketnoi.livelihood import views

public = [path("viec-lam/", views.offers, name="offers")]
staff = [
    path("sinh-ke/", views.opportunities, name="opportunities"),
    path("sinh-ke/moi/", views.new_opportunity, name="new_opportunity"),
    path("sinh-ke/danh-sach/", views.bring, name="bring"),
    path("sinh-ke/danh-sach/mau/", views.template, name="template"),
    path("sinh-ke/danh-sach/<uuid:pk>/", views.one_list, name="list"),
    path("sinh-ke/danh-sach/<uuid:pk>/them/", views.add_list, name="add_list"),
    path("sinh-ke/danh-sach/<uuid:pk>/bo/", views.drop_list, name="drop_list"),
    path("sinh-ke/gioi-thieu/", views.candidates, name="candidates"),
    path("sinh-ke/gioi-thieu/<uuid:pk>/", views.candidate, name="candidate"),
    path("sinh-ke/<uuid:pk>/thu-hoi/", views.withdraw, name="withdraw"),
    path("sinh-ke/<uuid:pk>/kiem-tra/", views.verify, name="verify"),
    path("sinh-ke/de-xuat/<uuid:pk>/", views.placement, name="placement"),
    path("ho-so/<str:code>/nghe/", views.profile, name="profile"),
    path("ho-so/<str:code>/nghe/co-hoi/", views.suits, name="suits"),
    path("ho-so/<str:code>/nghe/co-hoi/<uuid:pk>/", views.propose_here, name="propose_here"),
]
