"""Provinces and communes with their codes, what they were before, and where that is written.

These are public tables: everybody reads them, and only an edition of the data writes them.
"""

from django.db import models
from django.utils.translation import gettext as _

from ketnoi.foundation.action import Record
from ketnoi.places.terms import CommuneKind, ProvinceKind, Share


class Edition(Record):
    """A set of data the places come from, with its version and licence."""

    name = models.CharField(primary_key=True, max_length=40)
    version = models.CharField(max_length=20)
    source = models.CharField(max_length=200)
    licence = models.CharField(max_length=40)
    loaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} {self.version}"


class Province(Record):
    """A province or a city of the upper level (34 since July 2025)."""

    code = models.CharField("mã", primary_key=True, max_length=2)
    kind = models.CharField("loại", max_length=10, choices=ProvinceKind)
    name = models.CharField("tên", max_length=60)
    words = models.CharField(max_length=80)
    sort_key = models.CharField(max_length=300)
    since = models.DateField("từ ngày", null=True)
    until = models.DateField("đến ngày", null=True)
    source = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.name}"

    @property
    def short(self) -> str:
        """The name as it ends an address: TP Cần Thơ, tỉnh Cà Mau."""
        return f"{'TP' if self.kind == ProvinceKind.CITY else 'tỉnh'} {self.name}"


class Commune(Record):
    """A commune, a ward or a special zone (3,321 since July 2025), with the point of its centre."""

    code = models.CharField("mã", primary_key=True, max_length=5)
    province = models.ForeignKey(Province, on_delete=models.PROTECT, related_name="communes")
    kind = models.CharField("loại", max_length=10, choices=CommuneKind)
    name = models.CharField("tên", max_length=60)
    latitude = models.DecimalField("vĩ độ", max_digits=6, decimal_places=4)
    longitude = models.DecimalField("kinh độ", max_digits=7, decimal_places=4)
    folded = models.CharField(max_length=60)
    words = models.CharField(max_length=80)
    sort_key = models.CharField(max_length=300)
    since = models.DateField("từ ngày", null=True)
    until = models.DateField("đến ngày", null=True)
    source = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.name}"

    @property
    def label(self) -> str:
        """The name as an address says it: Xã Mỹ Tú, TP Cần Thơ."""
        return f"{self}, {self.province.short}"


class FormerPlace(Record):
    """An old ward, with its district and province, and a commune that took it over.

    An old ward that was divided has one row for each commune. Five island districts had no
    wards: their ward name is empty.
    """

    code = models.CharField("mã cũ", max_length=5)
    commune_name = models.CharField("xã cũ", max_length=60, blank=True)
    district_name = models.CharField("huyện cũ", max_length=60)
    province_name = models.CharField("tỉnh cũ", max_length=60)
    commune = models.ForeignKey(Commune, on_delete=models.PROTECT, related_name="former")
    share = models.CharField("phần", max_length=4, choices=Share)
    folded = models.CharField(max_length=60)
    words = models.CharField(max_length=200)
    since = models.DateField("từ ngày", null=True)
    until = models.DateField("đến ngày", null=True)
    source = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "commune"], name="former_place_once"),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """The old name inside a sentence: xã Mỹ Hương, huyện Mỹ Tú, tỉnh Sóc Trăng."""
        return _in_sentence(self.commune_name, self.district_name, self.province_name)

    @property
    def was(self) -> str:
        """What a commune says of this old ward."""
        if self.share == Share.ALL:
            return _("trước là %(place)s") % {"place": self.full_name}
        return _("trước là một phần %(place)s") % {"place": self.full_name}

    @property
    def was_within(self) -> str:
        """What a commune says of the old district."""
        place = _in_sentence(self.district_name, self.province_name)
        return _("trước thuộc %(place)s") % {"place": place}


def _in_sentence(*names: str) -> str:
    return ", ".join(name[0].lower() + name[1:] for name in names if name)
