"""Addresses of counselling."""

from django.urls import path

from ketnoi.counselling import views

FILE, DESK = "ho-so/<str:code>/tham-van/", "tham-van/"
GROUP = f"{DESK}nhom/<uuid:group>/"

staff = [
    path(FILE, views.file, name="file"),
    path(f"{FILE}bat-dau/", views.begin, name="begin"),
    path(f"{FILE}dot/<uuid:pk>/", views.course, name="course"),
    path(f"{FILE}dot/<uuid:pk>/ban-giao/", views.hand_on, name="hand_on"),
    path(f"{FILE}dot/<uuid:pk>/ket-thuc/", views.end, name="end"),
    path(f"{FILE}cho-biet/<uuid:pk>/", views.tell, name="tell"),
    path(f"{FILE}buoi/<uuid:pk>/", views.sitting, name="sitting"),
    path(f"{FILE}buoi/<uuid:pk>/ghi-nham/", views.mistaken, name="mistaken"),
    path("ho-so/<str:code>/nguy-hiem/", views.raise_danger, name="raise_danger"),
    path("ho-so/<str:code>/nguy-hiem/<uuid:pk>/", views.danger, name="danger"),
    path(DESK, views.desk, name="desk"),
    path(f"{DESK}giam-sat/", views.supervisor, name="supervisor"),
    path(f"{DESK}giam-sat/<uuid:pk>/nhan-loi/", views.agree, name="agree"),
    path(f"{DESK}giam-sat/<uuid:pk>/thoi/", views.end_supervision, name="end_supervision"),
    path(f"{DESK}so-lieu/", views.numbers, name="numbers"),
    path(f"{DESK}nhom/", views.groups, name="groups"),
    path(GROUP, views.group, name="group"),
    path(f"{GROUP}cho/", views.seat, name="seat"),
    path(f"{GROUP}cho/<uuid:pk>/thoi/", views.free, name="free"),
    path(f"{GROUP}buoi/<uuid:pk>/", views.meeting, name="meeting"),
    path(f"{GROUP}ket-thuc/", views.end_group, name="end_group"),
]
