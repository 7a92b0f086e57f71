"""The addresses of transfers: below the file that goes, and where one that comes is taken in."""

from django.urls import path

from ketnoi.transfers import views

GOES = "ho-so/<str:code>/chuyen-tinh/"
COMES = "nhan-ho-so/"

staff = [
    path(GOES, views.transfer, name="transfer"),
    path(f"{GOES}duyet/", views.approve, name="approve"),
    path(f"{GOES}khong-duyet/", views.decline, name="decline"),
    path(f"{GOES}tep/", views.make, name="make"),
    path(f"{GOES}tep/ban-sao/", views.packet, name="packet"),
    path(f"{GOES}da-nhan/", views.receipt, name="receipt"),
    path(f"{GOES}thu-hoi/", views.take_back, name="take_back"),
    path(f"{GOES}rut-lai/", views.withdraw, name="withdraw"),
    path("ho-so/<str:code>/ma-da-nhan/", views.received, name="received"),
    path(COMES, views.arrivals, name="arrivals"),
    path(f"{COMES}<uuid:pk>/", views.arrival, name="arrival"),
]
