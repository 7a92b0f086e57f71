"""Which agencies keep the seals of the trail."""

from datetime import datetime

from django.utils.translation import gettext as _

from ketnoi.agencies import access
from ketnoi.agencies.models import Agency, Member, Witness
from ketnoi.agencies.terms import SealChannel
from ketnoi.foundation.action import Refused, action, note


@action
def name_witness(
    *, agency: Agency, channel: str, address: str, by: Member, now: datetime
) -> Witness:
    """An agency keeps the seals of the trail from now on."""
    if not access.may_name_witnesses(by=by):
        raise Refused(_("Chỉ quản trị chọn được nơi giữ dấu niêm."))
    if agency.pk == by.agency_id:
        raise Refused(_("Hãy chọn một đơn vị khác: nơi giữ phải ở ngoài đơn vị bạn."))
    if channel == SealChannel.MAIL and not address:
        raise Refused(_("Hãy ghi hộp thư của đơn vị ấy."))
    if Witness.objects.filter(agency=agency, ended_at=None).exists():
        raise Refused(_("Đơn vị ấy đang giữ dấu niêm rồi."))
    witness = Witness(agency=agency, channel=channel, address=address, since=now, named_by=by)
    witness.save(force_insert=True)
    note("witness.named", by=by, about=witness, agency=agency.pk, channel=channel)
    return witness


@action
def release_witness(*, witness: Witness, by: Member, now: datetime) -> Witness:
    """An agency keeps no further seals; those it has stay good."""
    if not access.may_name_witnesses(by=by):
        raise Refused(_("Chỉ quản trị chọn được nơi giữ dấu niêm."))
    if witness.ended_at:
        raise Refused(_("Đơn vị ấy đã thôi giữ dấu niêm."))
    witness.ended_at, witness.ended_by = now, by
    witness.save(update_fields=["ended_at", "ended_by"])
    note("witness.released", by=by, about=witness, agency=witness.agency_id)
    return witness
