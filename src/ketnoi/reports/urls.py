"""The addresses of reports."""

from django.urls import path

from ketnoi.reports import views

staff = [
    path("dieu-phoi/", views.board, name="board"),
    path("bao-cao/cuoc-goi/", views.calls, name="calls"),
    path("bao-cao/cuoc-goi/tep/", views.calls_workbook, name="calls_workbook"),
    path("bao-cao/hoa-nhap/", views.outcomes, name="outcomes"),
]
