"""The addresses of an agency's own people, and the door for those who are invited."""

from django.urls import path

from ketnoi.agencies import views

staff = [
    path("don-vi/", views.members, name="members"),
    path("don-vi/moi/", views.invite, name="invite"),
    path("don-vi/chuong-trinh/", views.join_program, name="join_program"),
    path("don-vi/chuong-trinh/<uuid:pk>/nghi/", views.end_program, name="end_program"),
    path("don-vi/ngay-nghi/", views.own_leave, name="own_leave"),
    path("don-vi/ngay-nghi/<uuid:pk>/bo/", views.end_leave, name="end_leave"),
    path("don-vi/<uuid:pk>/ngay-nghi/", views.leave_of, name="leave_of"),
    path("don-vi/thu/", views.mail_address, name="mail_address"),
    path("don-vi/loi-moi/<uuid:pk>/rut/", views.withdraw, name="withdraw"),
    path("don-vi/<uuid:pk>/", views.member, name="member"),
    path("don-vi/<uuid:pk>/vai/", views.role, name="role"),
    path("don-vi/<uuid:pk>/nghi/", views.let_go, name="let_go"),
    path("don-vi/<uuid:pk>/buoc-hai/", views.second_factor, name="second_factor"),
    path("don-vi/<uuid:pk>/mat-khau/", views.password_link, name="password_link"),
    path("tai-khoan/cach-bao/", views.bells, name="bells"),
    path("tai-khoan/cach-bao/thu/", views.by_mail, name="by_mail"),
    path("tai-khoan/cach-bao/may-nay/", views.add_device, name="add_device"),
    path("tai-khoan/cach-bao/may-nay/thoi/", views.stop_device, name="stop_device"),
    path("tai-khoan/cach-bao/so/<slug:kind>/", views.number, name="number"),
    path("tai-khoan/cach-bao/<uuid:pk>/ma/", views.number_code, name="number_code"),
    path("tai-khoan/cach-bao/<uuid:pk>/thoi/", views.stop_bell, name="stop_bell"),
    path("chuong/", views.worker, name="worker"),
    path("thoa-thuan/", views.agreements, name="agreements"),
    path("thoa-thuan/moi/", views.propose_agreement, name="propose_agreement"),
    path("thoa-thuan/<uuid:pk>/", views.agreement, name="agreement"),
    path("thoa-thuan/<uuid:pk>/thoi/", views.end_agreement, name="end_agreement"),
    path("thoa-thuan/<uuid:pk>/<uuid:agency>/ky/", views.sign_agreement, name="sign_agreement"),
    path("thoa-thuan/<uuid:pk>/<uuid:agency>/rut/", views.leave_agreement, name="leave_agreement"),
    path("dau-niem/", views.seals, name="seals"),
    path("dau-niem/noi-giu/", views.name_witness, name="name_witness"),
    path("dau-niem/noi-giu/<uuid:pk>/thoi/", views.release_witness, name="release_witness"),
    path("loi-moi/<slug:token>/", views.invitation, name="invitation"),
]
