"""A place, an agency, a colleague: something looked up by typing a part of its name.

With script the list opens while typing (`data-lookup` holds the address, the code goes into the
hidden input that follows). Without script the server looks: one match is taken, several are
listed as a question, none is said in a sentence.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as public_

from ketnoi.foundation.inputs.asking import QUIET, Asking, one_line
from ketnoi.foundation.inputs.lines import TextField
from ketnoi.foundation.vietnamese.text import fold

MOST_CHOICES = 12


class Match(Protocol):
    """Something that can be found: the code to keep, and the words to show."""

    @property
    def value(self) -> Any: ...

    @property
    def label(self) -> Any: ...


@dataclass(frozen=True)
class Found:
    """A match made of a code and words; also what a form takes as the initial value."""

    value: Any
    label: str


class LookUp(forms.MultiWidget):
    """A line to type in, and the code of what was meant."""

    use_fieldset = False

    def __init__(self, url: str | None = None) -> None:
        words = forms.TextInput(QUIET | {"spellcheck": "false"})
        super().__init__({"": words, "code": forms.HiddenInput()})
        self.url = url

    def offer(self, found: Sequence[Match]) -> None:
        """Ask which one is meant, as a question under the line."""
        choices = [(match.value, match.label) for match in found]
        self.widgets = [self.widgets[0], forms.RadioSelect(choices=choices)]

    def decompress(self, value: Match | None) -> list[Any]:
        return [value.label, value.value] if value else ["", ""]

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_0"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        if self.url:
            self.widgets[0].attrs["data-lookup"] = reverse(self.url)
        return super().get_context(name, value, attrs)


class LookUpField(Asking):
    """Gives the `value` of what was found.

    find: what a part of a name may mean, best first.
    url: the name of the address that answers the script.
    """

    default_error_messages = {
        "required": public_("Hãy nhập tên để tìm."),
        "none": public_("Chưa tìm thấy. Hãy xem lại cách viết, hoặc nhập một phần của tên."),
        "several": public_("Có nhiều nơi cùng tên. Hãy chọn một nơi trong danh sách."),
    }

    def __init__(
        self, *, find: Callable[[str], Sequence[Match]], url: str | None = None, **kwargs: Any
    ) -> None:
        super().__init__(widget=LookUp(url), **kwargs)
        self.find = find

    def to_python(self, value: Any) -> Any:
        text, code = (one_line(part) for part in value or ("", ""))
        return self._meant(text, code) if text else None

    def _meant(self, text: str, code: str) -> Any:
        found = self.find(text)
        picked = [match for match in found if str(match.value) == code]
        exact = [match for match in found if fold(str(match.label)) == fold(text)]
        for matches in (picked, exact, found):
            if len(matches) == 1:
                return matches[0].value
        if not found:
            raise ValidationError(self.error_messages["none"], "none")
        self.widget.offer(found[:MOST_CHOICES])
        raise ValidationError(self.error_messages["several"], "several")


class LookUpLines(TextField):
    """Several of them, one a line; gives the `value` of each, in the order they were typed.

    `error_messages` say `none` and `several` with the words of whoever asks: {line}, {example}.
    """

    def __init__(self, *, find: Callable[[str], Sequence[Match]], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.find = find

    def clean(self, value: Any) -> Any:
        lines = super().clean(value).splitlines()
        return list(dict.fromkeys(self._the_one(line) for line in lines if line.strip()))

    def _the_one(self, line: str) -> Any:
        found = self.find(line)
        exact = [match for match in found if fold(str(match.label)) == fold(line)]
        for matches in (exact, found):
            if len(matches) == 1:
                return matches[0].value
        code = "several" if found else "none"
        told = {"line": line, "example": found[0].label if found else ""}
        raise ValidationError(str(self.error_messages[code]).format(**told), code)
