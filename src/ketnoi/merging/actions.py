"""Merging two files of one person, and taking it back."""

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.cases import actions as cases
from ketnoi.cases import queries as files
from ketnoi.foundation.action import Changed, Refused, action, note, together
from ketnoi.merging import queries, rules
from ketnoi.merging.models import Merge
from ketnoi.merging.terms import OF_FILE, OF_PERSON, TOGETHER, Side
from ketnoi.people import actions as people
from ketnoi.referrals import queries as referrals

if TYPE_CHECKING:
    from ketnoi.cases.models import Case

__all__ = ["Refused", "merge", "record_merge", "record_undoing", "undo_merge"]


@together
def merge(
    *,
    into: "Case",
    away: "Case",
    chosen: dict[str, str],
    stamp: str,
    reason: str,
    words: str,
    by: Any,
    now: datetime,
) -> Merge:
    """Both files are about one woman: from now on one is opened, and the other is kept behind it.

    `chosen` says whose value is kept where they differ; `stamp`, which state of both was compared.
    """
    into, away = _both(into, away, by=by)
    pair = _pair(into, away, by)
    if pair.stamp != stamp:
        raise Refused(_("Một trong hai hồ sơ vừa được sửa. Hãy xem lại hai bên rồi chọn."))
    changes = _replace(pair, chosen, by=by, now=now)
    folded = cases.fold_case(case=away, into=into, by=by, now=now)
    return record_merge(
        into=into,
        away=away,
        changes=changes,
        folded=folded,
        reason=reason,
        words=words,
        by=by,
        now=now,
    )


@action
def record_merge(
    *,
    into: "Case",
    away: "Case",
    changes: dict[str, rules.Replaced],
    folded: cases.Folded,
    reason: str,
    words: str,
    by: Any,
    now: datetime,
) -> Merge:
    """Who found out, and what was replaced, so that it can be given back."""
    if not files.may_refer(by, into) or away.merged_into_id != into.pk:
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới gộp được."))
    made = Merge(
        case=into,
        other=away,
        holder_id=into.holder_id,
        at=now,
        by=by,
        reason=reason,
        words=words,
        replaced=json.dumps(changes),
        status=folded.status,
        settled=folded.settled,
        along=folded.along,
    )
    made.save(force_insert=True)
    cases.keep_going(place=cases.Place(into.pk, into.holder_id, into.code), by=by, now=now)
    note("case.merged", by=by, about=made, reason=reason, other=away.code)
    return made


@together
def undo_merge(*, merge: Merge, by: Any, now: datetime) -> list[str]:
    """They were two women after all: each file is again as it was; says what stays corrected.

    What somebody corrected since the merge stays as it is; what was written since stays where it
    was written.
    """
    into, away = files.both_locked(by, merge.case_id, merge.other_id)
    fresh = Merge.objects.select_related("case__key", "other").get(pk=merge.pk)
    _refuse_to_undo(fresh, into, by)
    pair = queries.pair_of(into, away, by)
    if pair is None:
        raise Refused(_("Dữ liệu này đã được xóa trước đó."))
    person, file, corrected = queries.given_back(fresh, pair)
    _describe(pair, person, file, by=by, now=now)
    before = cases.Folded(fresh.status, fresh.settled, fresh.along)
    cases.unfold_case(case=away, as_it_was=before, by=by)
    record_undoing(merge=fresh, corrected=corrected, by=by, now=now)
    return corrected


@action
def record_undoing(*, merge: Merge, corrected: list[str], by: Any, now: datetime) -> Merge:
    """Who took the merge back, and which columns had been corrected since."""
    if not queries.may_undo(by, merge):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới tách được."))
    merge.undone_at, merge.undone_by_id = now, by.member_id
    merge.save(update_fields=["undone_at", "undone_by"])
    note("case.merge_undone", by=by, about=merge, other=merge.other.code, corrected=corrected)
    return merge


def _both(into: "Case", away: "Case", *, by: Any) -> tuple["Case", "Case"]:
    if into.pk == away.pk:
        raise Refused(_("Đây là cùng một hồ sơ."))
    into, away = files.both_locked(by, into.pk, away.pk)
    if into.merged_into_id or away.merged_into_id:
        raise Refused(_("Một trong hai hồ sơ đã được gộp trước đó. Hãy mở lại để xem."))
    if not queries.may_merge(by, into, away):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới gộp được."))
    return into, away


def _pair(into: "Case", away: "Case", by: Any) -> queries.Pair:
    pair = queries.pair_of(into, away, by)
    if pair is None:
        raise Refused(_("Dữ liệu này đã được xóa trước đó."))
    if queries.are_tied(pair, by):
        raise Refused(_("Hai người này được ghi là người thân của nhau nên không gộp được."))
    if queries.would_share(into, away):
        raise Refused(
            _("Một hồ sơ chỉ giữ, không chia sẻ, hồ sơ kia đang mở cho nơi khác. Hãy đóng trước.")
        )
    if referrals.open_of(away, by):
        raise Refused(
            _("Hồ sơ {code} còn chuyển gửi đang mở. Hãy chờ xong, hoặc giữ hồ sơ này lại.").format(
                code=away.code
            )
        )
    return pair


def _replace(
    pair: queries.Pair, chosen: dict[str, str], *, by: Any, now: datetime
) -> dict[str, rules.Replaced]:
    """Put the chosen values into the file that goes on; says what stood there before."""
    person, file = queries.person_values(pair.theirs), queries.file_values(pair.away)
    hers, ours = queries.person_values(pair.hers), queries.file_values(pair.into)
    taken = {field for field, side in chosen.items() if side == Side.THEIRS}
    new_person = {c: person[c] for f, names in OF_PERSON.items() if f in taken for c in names}
    new_file = {c: file[c] for f, names in OF_FILE.items() if f in taken for c in names}
    new_file |= {name: rules.united(ours[name], file[name]) for name in TOGETHER}
    new_file["restricted_at"] = ours["restricted_at"] or file["restricted_at"]
    changes = {
        "person": rules.replaced(hers, new_person),
        "file": rules.replaced(ours, new_file),
    }
    facts = {part: {c: after for c, (_before, after) in changes[part].items()} for part in changes}
    _describe(pair, facts["person"], facts["file"], by=by, now=now)
    return changes


def _describe(
    pair: queries.Pair, person: rules.Values, file: rules.Values, *, by: Any, now: datetime
) -> None:
    if file.get("restricted_at"):
        file = file | {"restricted_at": datetime.fromisoformat(file["restricted_at"])}
    try:
        if person:
            people.describe_person(person=pair.hers, version=pair.hers.version, by=by, **person)
        if file:
            cases.describe_case(case=pair.into, version=pair.into.version, by=by, now=now, **file)
    except Changed as changed:
        raise Refused(
            _("Một trong hai hồ sơ vừa được sửa. Hãy xem lại hai bên rồi chọn.")
        ) from changed


def _refuse_to_undo(merge: Merge, into: "Case", by: Any) -> None:
    if not queries.may_undo(by, merge):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới tách được."))
    if merge.undone_at:
        raise Refused(_("Lần gộp này đã được tách trước đó."))
    if into.merged_into_id:
        raise Refused(_("Hồ sơ này đã được gộp tiếp vào hồ sơ khác. Hãy tách lần gộp sau trước."))
