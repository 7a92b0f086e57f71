"""What is asked of her and her family in one conversation; every question may be left out."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnoi.foundation import clock
from ketnoi.foundation.inputs import (
    Choose,
    Form,
    LineField,
    LookUpField,
    NameField,
    Pick,
    TextField,
    Tick,
    TickBoxes,
    YearField,
)
from ketnoi.osso.terms import Category, Nationality, Registered, WishState
from ketnoi.people import terms
from ketnoi.places import queries as places

MOST_ROWS, YEARS = 12, 20
OURS = terms.Country.VN
OF_HER = ("language", "needs_interpreter", "commune", "line", "abroad", "abroad_line")
Row = dict[str, forms.Field]


def _paper() -> Row:
    return {
        "kind": Pick(label=_("Giấy gì"), choices=terms.PaperKind, required=False),
        "country": Pick(label=_("Của nước nào"), choices=terms.Country, required=False),
        "number": LineField(label=_("Số"), max_length=40, required=False),
        "original": Pick(label=_("Bản gốc"), choices=terms.Original, required=False),
    }


def _relative() -> Row:
    return {
        "kind": Pick(label=_("Là gì của chị ấy"), choices=terms.TieKind, required=False),
        "called": NameField(label=_("Gọi là gì"), required=False),
        "birth": YearField(
            label=_("Năm sinh hoặc tuổi"), help_text=_("Khoảng cũng được"), required=False
        ),
        "lives": Pick(label=_("Ở với ai"), choices=terms.LivesWith, required=False),
        "stays": Pick(label=_("Đang ở nước nào"), choices=terms.Country, required=False),
        "born_in": Pick(label=_("Sinh ở nước nào"), choices=terms.Country, required=False),
        "registered": Pick(label=_("Khai sinh"), choices=Registered, required=False),
        "nationality": Pick(label=_("Quốc tịch"), choices=Nationality, required=False),
        "birth_paper": Pick(label=_("Giấy khai sinh"), choices=terms.Original, required=False),
    }


ROWS: dict[str, Callable[[], Row]] = {"paper": _paper, "relative": _relative}


class WalkingIn(Form):
    """What she and her family want, and as much of themselves as they want to say."""

    once = forms.CharField(widget=forms.HiddenInput, required=False, initial=uuid4, max_length=36)
    categories = TickBoxes(
        label=_("Chị ấy và gia đình cần gì"),
        help_text=_("Chọn bao nhiêu mục cũng được."),
        choices=Category,
        required=False,
    )
    words = TextField(label=_("Chị ấy nói mong muốn gì"), required=False)
    country = Pick(label=_("Chị ấy về từ nước nào"), choices=terms.Country, required=False)
    back_year = Pick(label=_("Về năm nào"), choices=[], required=False)
    language = Pick(label=_("Ngôn ngữ nói tốt nhất"), choices=terms.Language, required=False)
    needs_interpreter = Tick(label=_("Cần phiên dịch"), required=False)
    commune = LookUpField(
        label=_("Đang ở xã, phường nào"),
        help_text=_("Gõ không dấu cũng được, tên cũ cũng được."),
        find=places.communes_like,
        url="places:communes_like",
        required=False,
    )
    line = LineField(
        label=_("Địa chỉ, cách chỉ đường"), help_text=_("Không ghi nơi tạm lánh"), required=False
    )
    abroad = Pick(label=_("Còn chỗ ở tại nước nào"), choices=terms.Country, required=False)
    abroad_line = LineField(label=_("Địa chỉ ở nước đó"), required=False)
    papers = forms.IntegerField(widget=forms.HiddenInput, required=False)
    relatives = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, rows: dict[str, int], keeps_file: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows if keeps_file else dict.fromkeys(rows, 0)
        this_year = clock.today().year
        years: Any = self.fields["back_year"]
        years.choices = [("", ""), *((str(y), str(y)) for y in _years(this_year))]
        for kind, count in self.rows.items():
            self.initial[f"{kind}s"] = count
            for number in range(1, count + 1):
                fresh = {f"{kind}_{n}_{number}": field for n, field in ROWS[kind]().items()}
                self.fields |= fresh
        if not keeps_file:
            for name in (*OF_HER, "papers", "relatives"):
                del self.fields[name]

    @property
    def asked_first(self) -> list[Any]:
        """What she wants, and where she returned from."""
        return [self[name] for name in ("once", "categories", "words", "country", "back_year")]

    @property
    def of_her(self) -> list[Any]:
        """Who she is, where she lives here and where abroad."""
        return [self[name] for name in OF_HER if name in self.fields]

    @property
    def hers(self) -> list[tuple[int, list[Any]]]:
        """Her papers, one in each row."""
        return list(self._drawn("paper"))

    @property
    def family(self) -> list[tuple[int, list[Any]]]:
        """Her relatives, one in each row."""
        return list(self._drawn("relative"))

    @property
    def counted(self) -> list[Any]:
        """How many rows there are."""
        return [self[name] for name in ("papers", "relatives") if name in self.fields]

    def clean(self) -> dict[str, Any]:
        """What was said, as one thing; an empty row is none."""
        said = super().clean() or {}
        return {
            "once": said.get("once") or str(uuid4()),
            "categories": said.get("categories") or [],
            "words": said.get("words") or "",
            "country": said.get("country") or "",
            "back_year": int(said["back_year"]) if said.get("back_year") else None,
            "her": self._her(said) if "language" in self.fields else {},
            "family": [_told(row) for row in self._said(said, "relative")],
        }

    def _her(self, said: dict[str, Any]) -> dict[str, Any]:
        return {
            "language": said.get("language"),
            "needs_interpreter": said.get("needs_interpreter"),
            "addresses": list(_places(said)),
            "papers": [_shown(row) for row in self._said(said, "paper")],
        }

    def _said(self, said: dict[str, Any], kind: str) -> Iterator[dict[str, Any]]:
        for number in range(1, self.rows[kind] + 1):
            row = {name: said.get(f"{kind}_{name}_{number}") for name in ROWS[kind]()}
            if any(row.values()):
                yield row

    def _drawn(self, kind: str) -> Iterator[tuple[int, list[Any]]]:
        for number in range(1, self.rows[kind] + 1):
            yield number, [self[f"{kind}_{name}_{number}"] for name in ROWS[kind]()]


class Sorting(Form):
    """What becomes of a wish."""

    answer = Choose(
        label=_("Nhu cầu này"),
        choices=[(s.value, s.label) for s in (WishState.HERE, WishState.DROPPED)],
        ask=_("Hãy chọn một câu trả lời."),
    )


class Papers(Form):
    """Where a child was born and registered, as the family knows it now."""

    born_in = Pick(label=_("Sinh ở nước nào"), choices=terms.Country, required=False)
    registered = Choose(label=_("Khai sinh"), choices=Registered, ask=_("Hãy chọn một mục."))
    nationality = Choose(label=_("Quốc tịch"), choices=Nationality, ask=_("Hãy chọn một mục."))


def typed(form: Form, data: Any) -> dict[str, Any]:
    """What was typed so far, to be shown again without being judged."""
    known = form.fields.items()
    return {n: f.widget.value_from_datadict(data, {}, form.add_prefix(n)) for n, f in known}


def _places(said: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Where she lives here, and where she has a place in another country."""
    commune = places.commune(said["commune"]) if said.get("commune") else None
    if commune or said.get("line"):
        yield {"commune": commune, "line": said.get("line") or "", "country": OURS}
    if said.get("abroad") or said.get("abroad_line"):
        country = said.get("abroad") or terms.Country.ZZ
        yield {"commune": None, "line": said.get("abroad_line") or "", "country": country}


def _shown(row: dict[str, Any]) -> dict[str, Any]:
    """A paper of hers; what nobody named is some other paper of another country."""
    return {
        "kind": row["kind"] or terms.PaperKind.FOREIGN,
        "country": row["country"] or (OURS if row["kind"] else terms.Country.ZZ),
        "number": row["number"] or "",
        "original": row["original"] or "",
    }


def _told(row: dict[str, Any]) -> dict[str, Any]:
    """A relative as the record keeps her or him; whoever has no name is called what they are."""
    kind = terms.TieKind(row["kind"] or terms.TieKind.CHILD)
    stays, birth = row["stays"], row["birth"]
    year = {"birth_year": birth.year, "birth_is_guess": birth.is_guess} if birth else {}
    abroad = [{"commune": None, "line": "", "country": stays}] if stays and stays != OURS else []
    return {
        "about": {
            "kind": kind,
            "called": row["called"] or str(kind.label),
            "lives": row["lives"] or terms.LivesWith.UNKNOWN,
            "carer": terms.Carer.UNKNOWN,
            **year,
        },
        "addresses": abroad,
        "papers": _birth_paper(row),
        "child": {
            "born_in": row["born_in"] or "",
            "registered": row["registered"] or Registered.UNKNOWN,
            "nationality": row["nationality"] or Nationality.UNKNOWN,
        },
    }


def _birth_paper(row: dict[str, Any]) -> list[dict[str, Any]]:
    if not row["birth_paper"]:
        return []
    paper = {"kind": terms.PaperKind.BIRTH, "number": "", "original": row["birth_paper"]}
    return [{**paper, "country": row["born_in"] or OURS}]


def _years(this_year: int) -> range:
    return range(this_year, this_year - YEARS, -1)
