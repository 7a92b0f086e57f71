"""The addresses of files and work lists."""

from django.urls import path

from ketnoi.cases import views

RELATIVE = "ho-so/<str:code>/gia-dinh/<uuid:pk>/"

staff = [
    path("", views.today, name="today"),
    path("viec/<uuid:pk>/xong/", views.tick, name="tick"),
    path("ho-so/", views.cases, name="cases"),
    path("ho-so/tim/", views.search, name="search"),
    path("khan-cap/", views.emergency, name="emergency"),
    path("khan-cap/<uuid:pk>/xac-nhan/", views.emergency_confirm, name="emergency_confirm"),
    path("khan-cap/<uuid:pk>/xem-lai/", views.emergency_review, name="emergency_review"),
    path("khan-cap/<uuid:pk>/dong/", views.emergency_end, name="emergency_end"),
    path("ho-so/<str:code>/thong-tin/", views.describe, name="describe"),
    path("ho-so/<str:code>/dong-y/", views.consents, name="consents"),
    path("ho-so/<str:code>/ghi-chu/", views.note, name="note"),
    path("ho-so/<str:code>/ghi-chu/<uuid:pk>/nham/", views.note_mistaken, name="note_mistaken"),
    path("ho-so/<str:code>/nguoi/", views.person, name="person"),
    path("ho-so/<str:code>/so-dien-thoai/", views.phone, name="phone"),
    path("ho-so/<str:code>/giay-to/", views.paper, name="paper"),
    path("ho-so/<str:code>/giay-to/tep/", views.attachments, name="attachments"),
    path("ho-so/<str:code>/giay-to/<uuid:pk>/", views.attachment, name="attachment"),
    path(
        "ho-so/<str:code>/giay-to/<uuid:pk>/nham/",
        views.attachment_mistaken,
        name="attachment_mistaken",
    ),
    path("ho-so/<str:code>/dia-chi/", views.address, name="address"),
    path("ho-so/<str:code>/nguoi-dai-dien/", views.representative, name="representative"),
    path("ho-so/<str:code>/gia-dinh/", views.family, name="family"),
    path(RELATIVE, views.relative, name="relative"),
    path(f"{RELATIVE}nguoi/", views.relative_person, name="relative_person"),
    path(f"{RELATIVE}giay-to/", views.relative_paper, name="relative_paper"),
    path(
        f"{RELATIVE}nguoi-dai-dien/",
        views.relative_representative,
        name="relative_representative",
    ),
    path(f"{RELATIVE}xem/<slug:what>/", views.relative_reveal, name="relative_reveal"),
    path(f"{RELATIVE}quan-he/", views.relative_tie, name="relative_tie"),
    path(f"{RELATIVE}ket-thuc/", views.relative_end, name="relative_end"),
    path("ho-so/<str:code>/xem/<slug:what>/", views.reveal, name="reveal"),
    path("ho-so/<str:code>/phu-trach/", views.charge, name="charge"),
    path("ho-so/<str:code>/mo-lai/", views.reopen, name="reopen"),
    path("ho-so/<str:code>/nguoi-xem/", views.who, name="who"),
    path("ho-so/<str:code>/nguoi-xem/ban-in/", views.looks, name="looks"),
]
