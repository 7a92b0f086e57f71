"""What is asked of a visitor who looks for work: a commune, or nothing."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as public_

from ketnoi.directory import queries as directory
from ketnoi.foundation.inputs import Form, LineField


class NearMe(Form):
    """From which commune work is counted; it may stay empty."""

    commune = LineField(
        label=public_("Tính từ xã, phường nào?"),
        help_text=public_("Tên cũ cũng được. Máy của bạn không gửi vị trí."),
        max_length=100,
        required=False,
    )

    def clean_commune(self) -> object:
        """The commune she means, or none."""
        said = self.cleaned_data["commune"]
        found = directory.place_of(said)
        if said and found is None:
            raise ValidationError(public_("Chưa tìm thấy xã này. Hãy thử tên khác."))
        return found
