"""Who may do what with a file. One question, one function, one answer."""

from typing import TYPE_CHECKING, Any

from ketnoi.agencies.terms import Role
from ketnoi.cases.terms import Privacy, TaskKind

if TYPE_CHECKING:
    from ketnoi.cases.models import Attachment, Case, EmergencyOpening, Note, Task

RECEIVES = frozenset({Role.VOLUNTEER, Role.CASEWORKER, Role.SPECIALIST, Role.VERIFIER, Role.LEAD})
WORKS = frozenset({Role.CASEWORKER, Role.LEAD})
TICKED_BY_HAND = frozenset({TaskKind.NEXT_STEP, TaskKind.REFER_ELSEWHERE, TaskKind.INTRODUCED})
WRITES = WORKS | {Role.SPECIALIST, Role.VERIFIER}


def may_receive(*, member: Any) -> bool:
    """Begin a file for somebody who asks for help."""
    return member.role in RECEIVES


def holds(*, member: Any, case: "Case") -> bool:
    """Her agency holds the file and her role opens files."""
    return member.files is not None and member.files == case.holder_id


def may_keep(*, member: Any, case: "Case") -> bool:
    """Keep a file in order, also one that was merged into another: caseworkers and leads of the
    holder, and any other officer of the holder who is responsible for the file."""
    is_keeper = member.pk == case.keeper_id and member.role in WRITES
    return holds(member=member, case=case) and (member.role in WORKS or is_keeper)


def may_work(*, member: Any, case: "Case") -> bool:
    """Describe, ask for consent, refer, set the risk: who keeps the file, unless it is merged."""
    return may_keep(member=member, case=case) and case.merged_into_id is None


def may_close(*, member: Any, case: "Case") -> bool:
    """Close or reopen a file, or mark it as entered in error: as for other work on it."""
    return may_work(member=member, case=case)


def may_take_over(*, member: Any, case: "Case") -> bool:
    """Become responsible for a file of one's own agency."""
    return may_work(member=member, case=case)


def may_hand_over(*, member: Any, case: "Case") -> bool:
    """Make a colleague responsible: the one who is, or the lead."""
    is_hers = member.pk == case.keeper_id or member.role == Role.LEAD
    return may_work(member=member, case=case) and is_hers


def may_write_note(*, member: Any, case: "Case", takes_part: bool) -> bool:
    """Write in a file: the holder's officers, those who take part, and whoever took it down.

    In a file that was merged into another nobody writes any more."""
    if case.merged_into_id:
        return False
    if member.pk == case.keeper_id and member.role in RECEIVES:
        return True
    return member.role in WRITES and (takes_part or holds(member=member, case=case))


def may_write_as(*, member: Any, privacy: str) -> bool:
    """Write at a level: the professional one is for specialists."""
    return privacy != Privacy.PROFESSIONAL or member.role == Role.SPECIALIST


def may_mark_mistaken(*, member: Any, note: "Note | Attachment") -> bool:
    """Mark a note or an attachment as a mistake: only its author."""
    return member.pk == note.author_id


def may_reveal(*, member: Any, case: "Case") -> bool:
    """See a sealed value of the person: officers of the holder, and whoever took it down."""
    return holds(member=member, case=case) or member.pk == case.keeper_id


def may_tick(*, member: Any, task: "Task") -> bool:
    """Say that a task is done: whose it is, where no other action says so."""
    is_hers = member.files == task.agency_id or member.pk == task.member_id
    return is_hers and task.kind in TICKED_BY_HAND


def may_see_board(*, member: Any) -> bool:
    """See what waits in the whole network, by codes and states only."""
    return member.role == Role.COORDINATOR


def may_break_glass(*, member: Any) -> bool:
    """Open a file in an emergency although nobody let her in: officers who work on files."""
    return member.role in WRITES


def may_confirm_emergency(*, member: Any, opening: "EmergencyOpening") -> bool:
    """Stand for a colleague's emergency opening: another caseworker or lead of her agency."""
    is_colleague = member.files == opening.agency_id and member.pk != opening.member_id
    return is_colleague and member.role in WORKS


def may_review_emergency(*, member: Any, opening: "EmergencyOpening", has_lead: bool) -> bool:
    """Judge an emergency opening: the lead of the holder; its caseworkers where there is none."""
    is_hers = member.files is not None and member.files == opening.holder_id
    return is_hers and (member.role == Role.LEAD or (member.role in WORKS and not has_lead))


def may_end_emergency(*, member: Any, opening: "EmergencyOpening") -> bool:
    """Close what was opened in an emergency: who opened it, and who works for the holder."""
    is_holder = member.files == opening.holder_id and member.role in WORKS
    return is_holder or member.pk == opening.member_id
