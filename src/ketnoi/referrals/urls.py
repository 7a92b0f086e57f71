"""The addresses of referrals."""

from django.urls import path

from ketnoi.referrals import views

staff = [
    path("chuyen-gui/", views.inbox, name="inbox"),
    path("chuyen-gui/<uuid:pk>/", views.referral, name="referral"),
    path("chuyen-gui/<uuid:pk>/gui/", views.send, name="send"),
    path("chuyen-gui/<uuid:pk>/xu-ly/", views.take, name="take"),
    path("chuyen-gui/<uuid:pk>/tra-lai/", views.put_back, name="put_back"),
    path("chuyen-gui/<uuid:pk>/khong-nhan/", views.decline, name="decline"),
    path("chuyen-gui/<uuid:pk>/bat-dau/", views.begin, name="begin"),
    path("chuyen-gui/<uuid:pk>/tam-dung/", views.pause, name="pause"),
    path("chuyen-gui/<uuid:pk>/ket-qua/", views.report, name="report"),
    path("chuyen-gui/<uuid:pk>/xin-them/", views.ask_more, name="ask_more"),
    path("chuyen-gui/<uuid:pk>/xin-them/tra-loi/", views.answer_more, name="answer_more"),
    path("chuyen-gui/<uuid:pk>/xac-nhan/", views.confirm, name="confirm"),
    path("chuyen-gui/<uuid:pk>/mo-lai/", views.reopen, name="reopen"),
    path("chuyen-gui/<uuid:pk>/lien-ket/", views.link, name="link"),
    path("chuyen-gui/<uuid:pk>/lien-ket/thu-hoi/", views.recall_link, name="recall_link"),
    path("chuyen-gui/<uuid:pk>/lien-ket/qua-dien-thoai/", views.by_phone, name="by_phone"),
    path("khach/<slug:token>/", views.guest, name="guest"),
    path("ho-so/<str:code>/chuyen-gui/", views.choose, name="choose"),
    path("ho-so/<str:code>/chuyen-gui/<uuid:service>/", views.new, name="new"),
]
