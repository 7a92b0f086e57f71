"""What an officer may write down about the person, as far as she wants to say it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ketnoi.foundation.inputs import (
    Choose,
    Form,
    LineField,
    LookUpField,
    NameField,
    PhoneField,
    Pick,
    Tick,
    YearField,
)
from ketnoi.foundation.vietnamese import Unreadable, papers
from ketnoi.people import terms
from ketnoi.places import queries as places

HAS_A_SHAPE = frozenset({terms.PaperKind.CCCD, terms.PaperKind.CMND, terms.PaperKind.PASSPORT})


def with_year(cleaned: dict[str, Any]) -> dict[str, Any]:
    birth = cleaned.pop("birth", None)
    year, is_guess = (birth.year, birth.is_guess) if birth else (None, False)
    return {**cleaned, "birth_year": year, "birth_is_guess": is_guess}


def with_country(cleaned: dict[str, Any]) -> dict[str, Any]:
    return {**cleaned, "country": cleaned.get("country") or terms.Country.VN}


class Describing(Form):
    """Who she is, in her own words."""

    called = NameField(
        label=_("Cách gọi an toàn"), help_text=_("Tên thường gọi hoặc bí danh"), required=False
    )
    name = NameField(label=_("Họ và tên"), required=False)
    birth = YearField(label=_("Năm sinh"), help_text=_("Ví dụ 2003, khoảng 2003"), required=False)
    sex = Choose(label=_("Giới tính"), choices=terms.Sex)
    language = Choose(label=_("Ngôn ngữ nói tốt nhất"), choices=terms.Language)
    needs_interpreter = Tick(label=_("Cần phiên dịch"), required=False)

    def clean(self) -> dict[str, Any]:
        """The year and whether it is a guess, as the record keeps them."""
        return with_year(super().clean() or {})


class Tying(Form):
    """What a relative is to her, where the relative lives and who cares."""

    kind = Choose(label=_("Là gì của chị ấy"), choices=terms.TieKind, ask=_("Hãy chọn quan hệ."))
    lives = Choose(label=_("Ở với ai"), choices=terms.LivesWith)
    carer = Choose(label=_("Ai chăm sóc"), choices=terms.Carer)


class Adding(Tying):
    """A child of hers, or somebody else who depends on her, with as little as she wants to say."""

    called = NameField(
        label=_("Gọi là gì"), help_text=_("Tên ở nhà hoặc bí danh"), ask=_("Hãy ghi một cách gọi.")
    )
    birth = YearField(label=_("Năm sinh"), help_text=_("Ví dụ 2019, khoảng 2019"), required=False)
    sex = Choose(label=_("Giới tính"), choices=terms.Sex)
    field_order = ("kind", "called", "birth", "sex", "lives", "carer")

    def clean(self) -> dict[str, Any]:
        """The year and whether it is a guess, as the record keeps them."""
        return with_year(super().clean() or {})


class Parting(Form):
    """Why a relative no longer belongs to her file."""

    reason = Choose(label=_("Vì sao kết thúc"), choices=terms.TieEnd, ask=_("Hãy chọn lý do."))


class Phoning(Form):
    """A number she agreed to be called on."""

    number = PhoneField(
        label=_("Số điện thoại"),
        help_text=_("Chỉ ghi số mà chị ấy đồng ý"),
        ask=_("Hãy nhập số điện thoại."),
    )
    who_answers = Choose(label=_("Ai có thể nghe máy"), choices=terms.WhoAnswers)
    safe_hours = LineField(
        label=_("Giờ gọi an toàn"), help_text=_("Ví dụ 10 đến 11 giờ"), required=False
    )
    message_ok = Tick(label=_("Được để lại lời nhắn"), required=False)


class Papering(Form):
    """A paper that proves who she is."""

    kind = Choose(label=_("Loại giấy tờ"), choices=terms.PaperKind, ask=_("Hãy chọn loại."))
    number = LineField(label=_("Số"), ask=_("Hãy nhập số giấy tờ."))
    country = Pick(
        label=_("Của nước nào"), choices=terms.Country, required=False, initial=terms.Country.VN
    )
    original = Choose(label=_("Bản gốc"), choices=terms.Original, required=False)

    def clean(self) -> dict[str, Any]:
        """The number, read as the kind of paper is written."""
        cleaned = with_country(super().clean() or {})
        kind, number = cleaned.get("kind"), cleaned.get("number")
        is_ours = cleaned["country"] == terms.Country.VN
        if kind in HAS_A_SHAPE and number and is_ours:
            try:
                cleaned["number"] = papers.parse_paper(number)[1]
            except Unreadable as refusal:
                self.add_error("number", ValidationError(str(refusal)))
        return cleaned


class Addressing(Form):
    """Where she lives or wants to be visited."""

    commune = LookUpField(
        label=_("Xã, phường"),
        help_text=_("Gõ không dấu cũng được, tên cũ cũng được"),
        find=places.communes_like,
        url="places:communes_like",
        required=False,
    )
    country = Pick(label=_("Nước"), choices=terms.Country, required=False, initial=terms.Country.VN)
    line = LineField(
        label=_("Địa chỉ, cách chỉ đường"),
        help_text=_("Không ghi nơi tạm lánh"),
        ask=_("Hãy ghi địa chỉ hoặc cách chỉ đường."),
    )

    def clean(self) -> dict[str, Any]:
        """The country, Việt Nam where nothing else was said."""
        return with_country(super().clean() or {})


class Representing(Form):
    """Who speaks for somebody under 18."""

    name = NameField(label=_("Họ và tên người đại diện"), ask=_("Hãy nhập họ và tên."))
    relation = Choose(label=_("Quan hệ"), choices=terms.Relation, ask=_("Hãy chọn quan hệ."))
    may_be_danger = Tick(label=_("Người này có thể gây hại"), required=False)
