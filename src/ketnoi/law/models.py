"""A legal fact, and the days on which it holds."""

from django.db import models
from django.db.models import F, Q

from ketnoi.foundation.action import Record
from ketnoi.law.terms import Kind, Status, Topic, Unit


class Fact(Record):
    """One thing the law says, or the network agreed, from one day to another."""

    id = models.UUIDField(primary_key=True, editable=False)
    code = models.CharField("mã", max_length=80)
    topic = models.CharField("chủ đề", max_length=20, choices=Topic)
    kind = models.CharField("loại", max_length=20, choices=Kind)
    title = models.CharField("tiêu đề", max_length=200)
    text = models.TextField("nội dung")
    value = models.BigIntegerField("số", null=True)
    unit = models.CharField("đơn vị tính", max_length=20, choices=Unit, blank=True)
    legal_ref = models.CharField("căn cứ", max_length=200)
    source = models.CharField("nguồn đã đọc", max_length=300)
    status = models.CharField("mức kiểm tra", max_length=10, choices=Status)
    checked_on = models.DateField("đọc ngày")
    effective_from = models.DateField("có hiệu lực từ")
    effective_to = models.DateField("đến hết ngày", null=True)

    class Meta:
        ordering = ["topic", "code", "-effective_from"]
        constraints = [
            models.UniqueConstraint(fields=["code", "effective_from"], name="one_fact_at_a_time"),
            models.CheckConstraint(
                condition=Q(effective_to=None) | Q(effective_to__gte=F("effective_from")),
                name="fact_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(status__in=Status.values), name="fact_was_read_by_somebody"
            ),
        ]

    def __str__(self) -> str:
        return self.code
