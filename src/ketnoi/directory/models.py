"""Services in the shape of HSDS 3.0, hotlines and trusted addresses: public tables, no person."""

import uuid
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from ketnoi.agencies.terms import Purpose
from ketnoi.directory import rules
from ketnoi.directory.terms import SECRET_FUNCTIONS, Accessibility, Cost, Language, Status, Weekday
from ketnoi.foundation.action import Record
from ketnoi.foundation.vietnamese.text import fold


def words(choices: type[models.TextChoices]) -> ArrayField:
    """A list of words out of one of the lists in terms."""
    return ArrayField(models.CharField(max_length=20, choices=choices), default=list, blank=True)


class Checkable(Record):
    """An entry that somebody confirms from time to time, with where it was read first."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.SlugField(max_length=60, unique=True)
    source = models.CharField("nguồn", max_length=200)
    verified_on = models.DateField("kiểm tra lần cuối", null=True)
    verified_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )
    hide_after = models.DateField("hiện đến hết ngày", null=True)

    class Meta:
        abstract = True


class Hotline(Checkable):
    """A number that is made to be called."""

    number = models.CharField("số", max_length=20)
    name = models.CharField("tên", max_length=120)
    about = models.CharField("khi nào gọi", max_length=200, blank=True)
    agency = models.ForeignKey(
        "agencies.Agency", on_delete=models.PROTECT, null=True, related_name="hotlines"
    )
    purposes = words(Purpose)
    languages = words(Language)
    cost = models.CharField("chi phí", max_length=10, choices=Cost, default=Cost.UNKNOWN)
    by_law = models.BooleanField("số do Nhà nước quy định", default=False)
    dialable = models.BooleanField("gọi được ngay từ trang", default=False)
    order = models.PositiveSmallIntegerField(default=100)

    class Meta:
        ordering = ["order", "name"]


class Service(Checkable):
    """Help that an agency gives (HSDS: service)."""

    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="services")
    function = models.CharField(max_length=20, editable=False)
    location_secret = models.BooleanField("giữ kín nơi ở", default=False)
    name = models.CharField("tên", max_length=160)
    description = models.TextField("mô tả", blank=True)
    purposes = words(Purpose)
    eligibility = models.TextField("ai được giúp", blank=True)
    how_to_reach = models.TextField("cách liên hệ", blank=True)
    languages = words(Language)
    accessibility = words(Accessibility)
    cost = models.CharField("chi phí", max_length=10, choices=Cost, default=Cost.UNKNOWN)
    cost_note = models.CharField("ghi chú chi phí", max_length=200, blank=True)
    required_documents = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    status = models.CharField("tình trạng", max_length=20, choices=Status, default=Status.ACTIVE)
    hotline = models.ForeignKey(
        Hotline, on_delete=models.PROTECT, null=True, related_name="services"
    )
    folded = models.TextField(editable=False)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(function__in=sorted(SECRET_FUNCTIONS)) | Q(location_secret=True),
                name="shelters_keep_their_place_secret",
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a shelter is secret whatever was asked, and its texts say no address."""
        self.function = self.agency.function
        self.location_secret = self.location_secret or rules.is_secret(self.function)
        texts = (self.name, self.description, self.eligibility, self.how_to_reach, self.cost_note)
        if self.location_secret:
            rules.refuse_place(*texts, *self.required_documents, self.source)
        purposes = " ".join(str(Purpose(p).label) for p in self.purposes)
        self.folded = fold(" ".join([*texts[:4], self.agency.name, purposes]))
        super().save(*args, **kwargs)


class ServiceAtLocation(Record):
    """Where a service is given (HSDS: service_at_location). A secret one has no address here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="places")
    location_secret = models.BooleanField(editable=False, default=False)
    commune = models.ForeignKey(
        "places.Commune", on_delete=models.PROTECT, null=True, related_name="+"
    )
    address = models.CharField("địa chỉ công khai", max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(location_secret=False) | Q(address="", commune=None),
                name="a_secret_place_is_kept_nowhere",
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; whether the place is secret is never a choice of the caller."""
        self.location_secret = self.service.location_secret
        if self.location_secret and (self.address or self.commune_id):
            raise rules.AddressOfAShelter("a secret service keeps no address")
        super().save(*args, **kwargs)


class Capacity(Record):
    """How many places a service has and how many are taken, as of a moment (HSDS: capacity).

    `counted`: it follows from the beds of a shelter, and is not typed a second time.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="capacities")
    places = models.PositiveSmallIntegerField("số chỗ")
    taken = models.PositiveSmallIntegerField("đã có người")
    counted = models.BooleanField("theo sổ chỗ", default=False)
    at = models.DateTimeField()
    by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(taken__lte=F("places")), name="no_more_taken_than_there_are"
            ),
        ]
        indexes = [models.Index(fields=["service", "-at"], name="capacity_of_service")]


class Hold(Record):
    """That one place is kept for an agency for some hours, while it asks and is answered.

    A shelter keeps one for itself when somebody is on the way; then `unit` says in which part of
    the house, in a word of the shelter's own.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="holds")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    unit = models.CharField("phòng", max_length=20, blank=True)
    since = models.DateTimeField("từ")
    until = models.DateTimeField("đến")
    by = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField("thôi giữ lúc", null=True)
    ended_by = models.ForeignKey(
        "agencies.Member", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["service", "until"], name="hold_of_service")]


class Schedule(Record):
    """When a service or a hotline answers (HSDS: schedule)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    service = models.ForeignKey(
        Service, on_delete=models.CASCADE, null=True, related_name="schedules"
    )
    hotline = models.ForeignKey(
        Hotline, on_delete=models.CASCADE, null=True, related_name="schedules"
    )
    days = words(Weekday)
    opens_at = models.TimeField("mở", null=True)
    closes_at = models.TimeField("đóng", null=True)
    always_open = models.BooleanField("24 giờ", default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(service=None, hotline__isnull=False)
                | Q(service__isnull=False, hotline=None),
                name="hours_of_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(always_open=True) | Q(opens_at__lt=F("closes_at")),
                name="hours_open_before_they_close",
            ),
        ]


class TrustedAddress(Checkable):
    """A trusted address of a commune: public by law, told coarsely, never who is there."""

    commune = models.ForeignKey("places.Commune", on_delete=models.PROTECT, related_name="+")
    label = models.CharField("tên công khai", max_length=120)
    how_to_reach = models.CharField("cách tìm đến", max_length=300)

    class Meta:
        ordering = ["label"]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; the list is public, the house number is told by the commune."""
        rules.refuse_house(self.label, self.how_to_reach)
        super().save(*args, **kwargs)
