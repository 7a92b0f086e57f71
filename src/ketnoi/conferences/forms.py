"""What is typed when work is given, and when several agencies meet."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnoi.conferences.queries import Offer
from ketnoi.conferences.rules import Decision
from ketnoi.conferences.terms import (
    Answer,
    Cannot,
    Coming,
    HerPart,
    NotAsked,
    Presence,
    Way,
    Why,
    Work,
)
from ketnoi.foundation import clock
from ketnoi.foundation.inputs import (
    Choose,
    DayField,
    Form,
    HourField,
    LineField,
    Pick,
    TextField,
    TickBoxes,
)

MOST_WORDS, FIRST_ROWS, MOST_ROWS = 400, 2, 20
IN_ROW = ("words", "kind", "to", "due_on")
HER = ("her_part", "not_asked", "her_words")


class Giving(Form):
    """What is done, by whom, until when."""

    to = Pick(label=_("Giao cho ai"), choices=[], ask=_("Hãy chọn nơi hoặc người làm."))
    kind = Choose(label=_("Loại việc"), choices=Work, ask=_("Hãy chọn loại việc."))
    words = TextField(
        label=_("Việc cần làm"), max_length=MOST_WORDS, ask=_("Hãy ghi ngắn gọn việc cần làm.")
    )
    due_on = DayField(label=_("Xong trước hết ngày"), earliest=clock.today)

    def __init__(self, *args: Any, offered: Offer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = offered
        _offer(self, "to", offered)

    def clean(self) -> dict[str, Any]:
        """The work as it was typed."""
        said = super().clean() or {}
        if self.errors:
            return said
        return {"work": Decision(**{**said, "to": self.offered.chosen(said["to"])})}


class Answering(Form):
    """What became of it."""

    answer = Choose(
        label=_("Việc này"),
        choices=[c for c in Answer.choices if c[0] != Answer.LEFT],
        ask=_("Hãy chọn câu trả lời."),
    )
    cannot = Pick(label=_("Vì sao không làm được"), choices=Cannot, required=False)
    outcome = TextField(label=_("Kết quả ra sao"), max_length=MOST_WORDS, required=False)


class Meeting(Form):
    """A day and an hour."""

    day = DayField(label=_("Ngày họp"), earliest=clock.today)
    hour = HourField(label=_("Giờ họp"), help_text=_("Ví dụ 14:30"), ask=_("Hãy ghi giờ họp."))

    def clean(self) -> dict[str, Any]:
        """The moment it starts."""
        said = super().clean() or {}
        day, hour = said.pop("day", None), said.pop("hour", None)
        if day and hour:
            said["starts_at"] = datetime.combine(day, hour, tzinfo=clock.ZONE)
        return said


class OfHer(Form):
    """Whether she was asked, and what she wants."""

    her_part = Choose(
        label=_("Người được hỗ trợ có dự không"),
        help_text=_("Không quyết định gì về người đó khi chưa hỏi."),
        choices=HerPart,
        ask=_("Hãy ghi đã hỏi người được hỗ trợ chưa."),
    )
    not_asked = Pick(label=_("Vì sao chưa hỏi"), choices=NotAsked, required=False)
    her_words = TextField(
        label=_("Điều người đó nhờ nói thay"), max_length=MOST_WORDS, required=False
    )

    def clean(self) -> dict[str, Any]:
        """Her part as one thing; a reason only where she was not asked."""
        said = super().clean() or {}
        her = {name: said.pop(name, "") for name in HER}
        if her["her_part"] != HerPart.NOT_ASKED:
            her["not_asked"] = ""
        elif not her["not_asked"]:
            self.add_error("not_asked", _("Hãy chọn vì sao chưa hỏi người được hỗ trợ."))
        return {**said, "her": her}


class Calling(Meeting, OfHer):
    """When, where, who is invited, what about."""

    way = Choose(label=_("Cách họp"), choices=Way, ask=_("Hãy chọn cách họp."))
    place = LineField(label=_("Nơi họp, số gọi hoặc liên kết"), required=False)
    invited = TickBoxes(
        label=_("Mời nơi nào"), choices=[], ask=_("Hãy mời ít nhất một nơi cùng tham gia hồ sơ.")
    )
    topics = TextField(
        label=_("Nội dung họp"), help_text=_("Mỗi dòng một nội dung."), required=False
    )
    field_order = ("day", "hour", "way", "place", "invited", *HER, "topics")

    def __init__(self, *args: Any, offered: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {str(agency.pk): agency for agency in offered}
        invited: Any = self.fields["invited"]
        invited.choices = [(pk, agency.name) for pk, agency in self.offered.items()]

    def clean(self) -> dict[str, Any]:
        """Agencies, and the agenda line by line."""
        said = super().clean()
        said["invited"] = [self.offered[pk] for pk in said.get("invited", [])]
        said["topics"] = [
            line.strip() for line in said.get("topics", "").splitlines() if line.strip()
        ]
        return said


class Replying(Form):
    """Whether an agency comes."""

    coming = Choose(label=_("Đơn vị bạn có dự không"), choices=Coming, ask=_("Hãy chọn."))


class Proposing(Form):
    """Something to talk about."""

    words = TextField(
        label=_("Nội dung muốn nêu"), max_length=MOST_WORDS, ask=_("Hãy ghi nội dung.")
    )


class Moving(Meeting):
    """Another day, and why."""

    why = Choose(label=_("Vì sao đổi"), choices=Why, ask=_("Hãy chọn lý do."))


class CallingOff(Form):
    """Why nobody meets."""

    why = Choose(label=_("Vì sao hủy"), choices=Why, ask=_("Hãy chọn lý do."))


class Correcting(Form):
    """What was not so."""

    body = TextField(label=_("Đính chính"), ask=_("Hãy ghi điều cần đính chính."))


class Closing(OfHer):
    """Who came, what was said, and the decisions, one in each row."""

    present = TickBoxes(label=_("Ai có mặt"), choices=[], ask=_("Hãy chọn ai có mặt."))
    others = TickBoxes(
        label=_("Có mặt cùng"),
        choices=[c for c in Presence.choices if c[0] != Presence.MEMBER],
        required=False,
    )
    body = TextField(label=_("Biên bản"), ask=_("Hãy ghi nội dung biên bản."))
    rows = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=MOST_ROWS)
    field_order = ("present", "others", *HER, "body", "rows")

    def __init__(
        self, *args: Any, people: list[Any], offered: Offer, rows: int, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(member.pk): member for member in people}
        self.offered, self.count = offered, rows
        present: Any = self.fields["present"]
        present.choices = [(pk, f"{m.name}, {m.agency.name}") for pk, m in self.people.items()]
        self.initial.setdefault("rows", rows)
        for number in range(1, rows + 1):
            self.fields |= {f"{name}_{number}": field for name, field in _row(offered).items()}

    @property
    def said(self) -> list[Any]:
        """The fields before the decisions."""
        names = ("present", "others", *HER, "body", "rows")
        return [self[name] for name in names]

    @property
    def decided(self) -> list[tuple[int, list[Any]]]:
        """The fields of each decision."""
        each = range(1, self.count + 1)
        return [(n, [self[f"{name}_{n}"] for name in IN_ROW]) for n in each]

    def clean(self) -> dict[str, Any]:
        """People, and whole decisions; an empty row is none."""
        said = super().clean()
        found = [self._decision(said, number) for number in range(1, self.count + 1)]
        return {
            "present": [self.people[pk] for pk in said.get("present", [])],
            "others": said.get("others", []),
            "her": said["her"],
            "body": said.get("body", ""),
            "decisions": [decision for decision in found if decision],
        }

    def _decision(self, said: dict[str, Any], number: int) -> Decision | None:
        row = {name: said.get(f"{name}_{number}") for name in IN_ROW}
        if not any(row.values()):
            return None
        made = Decision(**{**row, "to": self.offered.chosen(row["to"] or "")})
        if not made.is_whole and not any(f"{name}_{number}" in self.errors for name in IN_ROW):
            lacks = next(name for name in IN_ROW if not row[name])
            self.add_error(
                f"{lacks}_{number}", _("Mỗi quyết định cần việc, loại việc, nơi làm và ngày.")
            )
        return made


def typed(form: Form, data: Any) -> dict[str, Any]:
    """What was typed so far, to be shown again without being judged."""
    known = form.fields.items()
    return {n: f.widget.value_from_datadict(data, {}, form.add_prefix(n)) for n, f in known}


def _row(offered: Offer) -> dict[str, forms.Field]:
    row: dict[str, forms.Field] = {
        "words": LineField(label=_("Việc"), max_length=MOST_WORDS, required=False),
        "kind": Pick(label=_("Loại việc"), choices=Work, required=False),
        "to": Pick(label=_("Nơi làm"), choices=offered.choices, required=False),
        "due_on": DayField(label=_("Xong trước hết ngày"), earliest=clock.today, required=False),
    }
    return row


def _offer(form: Form, name: str, offered: Offer) -> None:
    field: Any = form.fields[name]
    field.choices = [("", _("Chọn một nơi hoặc một người")), *offered.choices]
