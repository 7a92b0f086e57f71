"""Addresses of support, of assessments and of the plan: below the file they are about."""

from django.urls import path

from ketnoi.support import views

GIVEN, ASKED = "ho-so/<str:code>/ho-tro/", "ho-so/<str:code>/danh-gia/"
PLAN = "ho-so/<str:code>/ke-hoach/"

staff = [
    path(GIVEN, views.support, name="support"),
    path(f"{GIVEN}<uuid:pk>/ghi-nham/", views.mistaken, name="mistaken"),
    path(ASKED, views.assessments, name="assessments"),
    path(f"{ASKED}hoi/", views.assess, name="assess"),
    path(f"{ASKED}<uuid:pk>/ghi-nham/", views.mistaken_assessment, name="mistaken_assessment"),
    path(PLAN, views.plan, name="plan"),
    path(f"{PLAN}in/", views.printed, name="printed"),
    path(f"{PLAN}xem-lai/", views.review, name="review"),
    path(f"{PLAN}muc-tieu/<uuid:pk>/", views.goal, name="goal"),
    path(f"{PLAN}muc-tieu/<uuid:pk>/ket-thuc/", views.end_goal, name="end_goal"),
    path(f"{PLAN}<uuid:pk>/", views.step, name="step"),
    path(f"{PLAN}<uuid:pk>/doi/", views.change, name="change"),
    path(f"{PLAN}<uuid:pk>/bo/", views.drop, name="drop"),
]
