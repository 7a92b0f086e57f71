"""What is asked about her, in her file."""

from django.utils.translation import gettext_lazy as _

from ketnoi.foundation.inputs import Choose, Form, Pick, TextField, Tick, TickBoxes
from ketnoi.livelihood import terms
from ketnoi.livelihood.forms.fields import CommunesField, KilometreField, commune_field


class Profile(Form):
    """What matters of her when something is looked for, in her own order of importance."""

    wishes = TickBoxes(label=_("Người được hỗ trợ muốn gì"), choices=terms.Kind, required=False)
    skills = TickBoxes(label=_("Biết làm gì"), choices=terms.Skill, required=False)
    schooling = Choose(label=_("Học đến đâu"), choices=terms.Schooling, skip=True)
    age_band = Pick(
        label=_("Khoảng tuổi"),
        choices=terms.AgeBand,
        nothing=_("Chưa muốn cho biết"),
        required=False,
    )
    hours = TickBoxes(
        label=_("Làm được lúc nào"),
        help_text=_("Không đánh dấu Ban đêm là không làm đêm. Để trống nếu lúc nào cũng được."),
        choices=terms.Hours,
        required=False,
    )
    needs_childcare = Tick(label=_("Cần chỗ gửi trẻ"), required=False)
    needs_access = Tick(label=_("Cần lối đi, chỗ làm tiếp cận được"), required=False)
    commune = commune_field(
        _("Đang ở xã, phường nào"), _("Để tính đường xa. Không ghi nơi tạm lánh.")
    )
    furthest_km = KilometreField(label=_("Đi được xa nhất bao nhiêu km"), required=False)
    avoids = CommunesField(
        label=_("Những xã, phường cần tránh"),
        help_text=_("Mỗi dòng một nơi. Chỉ người đọc được hồ sơ này thấy."),
        required=False,
    )
    group = Pick(
        label=_("Dân tộc"),
        help_text=_("Chỉ để mạng lưới không bỏ sót nhóm nào"),
        choices=terms.Group,
        nothing=_("Chưa muốn cho biết"),
        required=False,
    )
    own_words = TextField(
        label=_("Lời của người được hỗ trợ"),
        help_text=_("Chỉ người đọc được hồ sơ này thấy"),
        required=False,
    )
    tells = TickBoxes(
        label=_("Đồng ý cho nơi khác biết những gì để tìm giúp"),
        help_text=_("Điều không đánh dấu thì không nơi nào ngoài hồ sơ này được biết."),
        choices=terms.Part,
        required=False,
    )
