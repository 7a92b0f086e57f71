"""Addresses of support, of assessments, of the plan and of money."""

from django.urls import path

from ketnoi.support import views

GIVEN, ASKED = "ho-so/<str:code>/ho-tro/", "ho-so/<str:code>/danh-gia/"
PLAN = "ho-so/<str:code>/ke-hoach/"
MONEY, FUNDS = "ho-so/<str:code>/tien/", "quy/"

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
    path(MONEY, views.money, name="money"),
    path(f"{MONEY}<uuid:pk>/thoi/", views.release, name="release"),
    path(f"{MONEY}<uuid:pk>/hoan/", views.give_back, name="give_back"),
    path(FUNDS, views.funds, name="funds"),
    path(f"{FUNDS}<uuid:pk>/", views.fund, name="fund"),
    path(f"{FUNDS}<uuid:pk>/han-chi/", views.end_fund, name="end_fund"),
    path(f"{FUNDS}<uuid:pk>/so-quy/", views.sheet, name="sheet"),
    path(f"{FUNDS}<uuid:fund>/but-toan/<uuid:pk>/", views.correct, name="correct"),
]
