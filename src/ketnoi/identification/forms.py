"""What is asked when a decision on legal status is written down."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from ketnoi.foundation import clock, inputs
from ketnoi.identification.terms import Evidence, LegalStatus, PaperKind


class DecisionForm(inputs.Form):
    """The status in the words of the law, who decided it, and on what ground."""

    status = inputs.Choose(label=_("Kết luận"), choices=LegalStatus, ask=_("Hãy chọn kết luận."))
    body_name = inputs.LineField(
        label=_("Cơ quan kết luận"),
        ask=_("Hãy ghi tên cơ quan kết luận."),
    )
    decided_on = inputs.DayField(
        label=_("Ngày kết luận"), latest=clock.today, ask=_("Hãy nhập ngày kết luận.")
    )
    paper = inputs.Pick(
        label=_("Giấy tờ"), choices=PaperKind, ask=_("Hãy chọn giấy tờ, hoặc “Chưa có giấy tờ”.")
    )
    number = inputs.LineField(
        label=_("Số văn bản"),
        help_text=_("Chỉ đơn vị bạn và nơi giữ hồ sơ đọc được số này."),
        max_length=60,
        required=False,
    )
    evidence = inputs.TickBoxes(label=_("Căn cứ"), choices=Evidence, required=False)

    def offer(self, statuses: Collection[str]) -> None:
        """Leave only the statuses that this agency may come to."""
        kept = [(code, label) for code, label in LegalStatus.choices if code in statuses]
        self.fields["status"].choices = kept  # type: ignore[attr-defined]
