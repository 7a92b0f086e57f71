"""Notes: written once, never edited; a wrong one is marked."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ketnoi.cases import access, queries
from ketnoi.cases.actions.wraps import key_of
from ketnoi.cases.models import Case, Note
from ketnoi.cases.terms import Privacy, Scope
from ketnoi.foundation.action import Refused, action, note


@action
def write_note(*, case: Case, body: str, privacy: str, kind: str, by: Any, now: datetime) -> Note:
    """Write down what happened or was said, for those whom the level names."""
    if not queries.may_write(by, case):
        raise Refused(_("Bạn không ghi được vào hồ sơ này."))
    if not access.may_write_as(member=by, privacy=privacy):
        raise Refused(_("Mức riêng chuyên môn chỉ dành cho cán bộ chuyên môn. Hãy chọn mức khác."))
    is_shared = privacy == Privacy.NETWORK
    scope = Scope.NETWORK if is_shared else Scope.OWN
    seal, key = key_of(case=case, scope=scope, agency_id=by.agency_id)
    written = Note(
        case=case,
        holder_id=case.holder_id,
        agency_id=by.agency_id,
        author=by,
        privacy=privacy,
        kind=kind,
        seal=seal,
        body=body,
        written_at=now,
    )
    written.opened = key
    written.save(force_insert=True)
    note("note.written", by=by, about=written, shared=is_shared, kind=kind, privacy=privacy)
    return written


@action
def mark_note_mistaken(*, note_: Note, by: Any, now: datetime) -> Note:
    """This note was written by mistake (ghi nhầm); it stays, marked."""
    if not access.may_mark_mistaken(member=by, note=note_):
        raise Refused(_("Chỉ người viết mới đánh dấu ghi nhầm được."))
    if note_.mistaken_at:
        raise Refused(_("Ghi chú này đã được đánh dấu ghi nhầm."))
    note_.mistaken_at = now
    note_.save(update_fields=["mistaken_at"])
    is_shared = note_.privacy == Privacy.NETWORK
    note("note.mistaken", by=by, about=note_, shared=is_shared)
    return note_
