"""Nothing of a file is put where it is kept from: nobody is let in who must not know of it."""

from uuid import UUID

from django.utils.translation import gettext as _

from ketnoi.agencies import queries as agencies
from ketnoi.foundation.action import Refused, part
from ketnoi.foundation.guard.hiding import shut_out


@part
def refuse_agencies(*, case_id: UUID, agency_ids: list[UUID]) -> None:
    """Refused where one of these agencies is blocked from the file; says which, to the sender."""
    if kept_out := shut_out(case_id).agencies & set(agency_ids):
        names = ", ".join(sorted(agencies.agency_names(list(kept_out)).values()))
        raise Refused(
            _("Hồ sơ này chặn {names}. Hãy chọn nơi khác, hoặc bỏ chặn trước.").format(names=names)
        )


@part
def refuse_member(*, case_id: UUID, member_id: UUID, name: str) -> None:
    """Refused where this member is blocked from the file."""
    if member_id in shut_out(case_id).members:
        raise Refused(
            _("Hồ sơ này chặn {name}. Hãy chọn người khác, hoặc bỏ chặn trước.").format(name=name)
        )
