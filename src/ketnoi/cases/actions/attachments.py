"""Papers attached to a file: taken in once, never changed; a wrong one is marked."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.cases import access, queries
from ketnoi.cases.models import Attachment, Case
from ketnoi.cases.terms import Privacy
from ketnoi.foundation.action import Refused, action, note
from ketnoi.foundation.uploads import Fit


@action
def attach(
    *,
    case: Case,
    file: Fit,
    kind: str,
    title: str,
    privacy: str,
    by: Any,
    now: datetime,
) -> Attachment:
    """Attach a paper to the file, for those whom the level names."""
    if not queries.may_write(by, case):
        raise Refused(_("Bạn không ghi được vào hồ sơ này."))
    if not access.may_write_as(member=by, privacy=privacy):
        raise Refused(_("Mức riêng chuyên môn chỉ dành cho cán bộ chuyên môn. Hãy chọn mức khác."))
    attached = Attachment(
        case=case,
        holder_id=case.holder_id,
        key_id=case.key_id,
        agency_id=by.agency_id,
        author=by,
        privacy=privacy,
        kind=kind,
        title=title,
        media=file.media,
        added_at=now,
    )
    attached.hold(file.data)
    attached.save(force_insert=True)
    is_shared = privacy == Privacy.NETWORK
    note("attachment.added", by=by, about=attached, shared=is_shared, kind=kind, privacy=privacy)
    return attached


@action
def mark_attachment_mistaken(*, attachment: Attachment, by: Any, now: datetime) -> Attachment:
    """This paper was attached by mistake (ghi nhầm); it stays, marked."""
    if not access.may_mark_mistaken(member=by, note=attachment):
        raise Refused(_("Chỉ người đính kèm mới đánh dấu ghi nhầm được."))
    if attachment.mistaken_at:
        raise Refused(_("Giấy tờ này đã được đánh dấu ghi nhầm."))
    attachment.mistaken_at = now
    attachment.save(update_fields=["mistaken_at"])
    is_shared = attachment.privacy == Privacy.NETWORK
    note("attachment.mistaken", by=by, about=attachment, shared=is_shared)
    return attachment
