"""The form every page uses."""

from typing import Any

from django import forms

from ketnoi.foundation.vietnamese.text import nfc


class Form(forms.Form):
    """A form whose texts are all in one spelling, and which leaves refusing to the server."""

    use_required_attribute = False

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(_composed(data), *args, **kwargs)


def _composed(data: Any) -> Any:
    """The same data with every letter in its one composed form."""
    if data is None or not hasattr(data, "setlist"):
        return data and {k: nfc(v) if isinstance(v, str) else v for k, v in data.items()}
    copy = data.copy()
    for name, values in data.lists():
        copy.setlist(name, [nfc(value) for value in values])
    return copy
