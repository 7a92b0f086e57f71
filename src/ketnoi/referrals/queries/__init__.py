"""What pages and other domains may ask about referrals, always through the one who asks."""

import json
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Q, QuerySet

from ketnoi.cases import queries as cases
from ketnoi.cases.terms import Pack
from ketnoi.foundation import clock
from ketnoi.foundation.belonging import NoWrap
from ketnoi.foundation.trail.models import Line
from ketnoi.referrals import access, rules
from ketnoi.referrals.models import Referral, ReferralEvent
from ketnoi.referrals.queries import packet
from ketnoi.referrals.queries.elsewhere import agreed_services as agreed_services
from ketnoi.referrals.queries.elsewhere import chain_of as chain_of
from ketnoi.referrals.queries.elsewhere import elsewhere as elsewhere
from ketnoi.referrals.queries.elsewhere import needs_to_ask as needs_to_ask
from ketnoi.referrals.queries.elsewhere import others_for as others_for
from ketnoi.referrals.queries.figures import Figures as Figures
from ketnoi.referrals.queries.figures import figures as figures
from ketnoi.referrals.queries.figures import forgotten as forgotten
from ketnoi.referrals.queries.figures import without_deadline as without_deadline
from ketnoi.referrals.queries.guests import guest_moves as guest_moves
from ketnoi.referrals.queries.guests import link_by_token as link_by_token
from ketnoi.referrals.queries.guests import links_of as links_of
from ketnoi.referrals.queries.guests import living_link as living_link
from ketnoi.referrals.queries.guests import often_guests as often_guests
from ketnoi.referrals.queries.guests import referral_of_guest as referral_of_guest
from ketnoi.referrals.queries.guests import visit as visit
from ketnoi.referrals.queries.more import more_awaited as more_awaited
from ketnoi.referrals.queries.more import more_of as more_of
from ketnoi.referrals.queries.more import more_told as more_told
from ketnoi.referrals.queries.more import packs_told as packs_told
from ketnoi.referrals.queries.more import packs_untold as packs_untold
from ketnoi.referrals.queries.more import words_of as words_of
from ketnoi.referrals.terms import OPEN, State

if TYPE_CHECKING:
    from ketnoi.cases.models import Case

SEEN = "referral.seen"
WORKED_ON = ("accepted", "in_service")
NEAR = ("service", "from_agency", "to_agency", "key", "consent", "taken_by")

AT_BOTH_ENDS = ("from_agency", "to_agency", "taken_by")
ON_A_LINE = ("code", "purpose", "state", "state_at")


def referrals_visible_to(member: Any) -> QuerySet[Referral]:
    """Referrals this member's agency sent or received."""
    return Referral.objects.visible_to(member).select_related(*NEAR)


def referral(member: Any, pk: UUID) -> Referral | None:
    """One referral, if it is this member's business."""
    brought = referrals_visible_to(member).annotate(**{"wrap": cases.wraps_of("key_id", member)})
    found = brought.filter(pk=pk).first()
    return found if found and access.may_read_packet(member=member, referral=found) else None


def received_by(member: Any, *, is_open: bool = True) -> QuerySet[Referral]:
    """What other agencies ask of this member's agency."""
    return _by_state(_on_a_list(member).filter(to_agency_id=member.files), is_open)


def sent_by(member: Any, *, is_open: bool = True) -> QuerySet[Referral]:
    """What this member's agency asks of others."""
    return _by_state(_on_a_list(member).filter(from_agency_id=member.files), is_open)


def referrals_of(case: "Case", member: Any) -> list[Referral]:
    """The referrals of a file that this member may know of, newest first."""
    found = Referral.objects.visible_to(member).filter(case_id__in=cases.within(case))
    return list(found.select_related("service", "to_agency").order_by("-made_at"))


def open_of(case: "Case", member: Any, *, of: UUID | None = None) -> bool:
    """Whether something was asked for this file (`of` this agency) that has not ended."""
    found = Referral.objects.visible_to(member).filter(
        case_id__in=cases.within(case), state__in=OPEN
    )
    return (found.filter(to_agency_id=of) if of else found).exists()


def running_on(consent_id: UUID, member: Any) -> list[Referral]:
    """Referrals that stand on this consent and whose packet can still be read."""
    return list(referrals_visible_to(member).filter(consent_id=consent_id, state__in=rules.STANDS))


def is_worked_on(referral: Referral, by: Any) -> bool:
    """Whether this member's agency was asked, said yes, and nothing has ended since (locked)."""
    found = Referral.objects.visible_to(by).select_for_update(of=("self",))
    fresh = found.filter(pk=referral.pk, state__in=WORKED_ON).first()
    return fresh is not None and access.is_receiver(member=by, referral=fresh)


def events_of(referral: Referral) -> list[ReferralEvent]:
    """Its history, oldest first; what was sent at once was a draft before."""
    found = ReferralEvent.objects.filter(referral=referral).select_related("by")
    return sorted(found, key=lambda event: (event.at, event.state != State.DRAFT))


def steps_for(agency_id: UUID, *, since: datetime) -> QuerySet[ReferralEvent]:
    """What happened to the requests of an agency, for its programs; a draft is nobody's yet."""
    sent, got = Q(from_agency_id=agency_id), Q(to_agency_id=agency_id)
    found = ReferralEvent.objects.filter(sent | got, referral__is_sent=True, at__gte=since)
    return found.exclude(state=State.DRAFT)


def told(referral: Referral) -> dict[str, list[list[str]]]:
    """What the packet tells, by pack; nothing once its key is destroyed."""
    if not referral.key.wrapped or not referral.packet or _is_over(referral):
        return {}
    with suppress(NoWrap):
        return json.loads(referral.packet.open()) | more_told(referral, now=clock.now())
    return {}


def message_of(referral: Referral) -> str:
    """What was said to the receiver, for whoever may read it; nothing once its key is destroyed."""
    if not referral.key.wrapped:
        return ""
    with suppress(NoWrap):
        return referral.message.open()
    return ""


def seen_at(referral: Referral) -> datetime | None:
    """When the receiver first looked; read from the trail, no clock depends on it."""
    found = Line.objects.filter(
        chain=referral.case_id,
        verb=SEEN,
        about=f"referrals.Referral:{referral.pk}",
        agency=referral.to_agency_id,
    )
    return found.order_by("seq").values_list("at", flat=True).first()


def seen_among(found: list[Referral]) -> set[UUID]:
    """Which of these the receiver has looked at; read from the trail."""
    about = {f"referrals.Referral:{r.pk}": r for r in found}
    looks = Line.objects.filter(verb=SEEN, about__in=about, chain__in={r.case_id for r in found})
    told = looks.values_list("about", "agency").distinct()
    return {about[name].pk for name, agency in told if agency == about[name].to_agency_id}


def last_words(found: list[Referral]) -> dict[UUID, ReferralEvent]:
    """For those that were declined or have ended: why, and how."""
    by_id = {r.pk: r for r in found}
    ends = (State.DECLINED, State.CLOSED)
    said = ReferralEvent.objects.filter(referral_id__in=by_id, state__in=ends).order_by("at")
    return {e.referral_id: e for e in said if e.state == by_id[e.referral_id].state}


def preview(referral: Referral, member: Any) -> dict[str, list[list[str]]]:
    """For the sender of a draft: exactly what would be told."""
    if referral.state != "draft":
        return {}
    case = cases.case_by_code(member, referral.code)
    if case is None:
        return {}
    told = packet.of(case=case, referral=referral, member=member)
    return {str(Pack(pack).label): lines for pack, lines in told.items()}


def deadlines_of(ids: list[UUID], member: Any) -> dict[str, datetime]:
    """For each of these referrals, by when the next thing is due."""
    return cases.due_by_subject(member, [str(pk) for pk in ids])


def overdue(by: Any) -> list[Referral]:
    """Requests that were sent and not answered yet (for the system's own rounds)."""
    return list(Referral.objects.visible_to(by).filter(state="sent").order_by("sent_at"))


def _on_a_list(member: Any) -> QuerySet[Referral]:
    """Only what a line of the list says: no packet, nothing of the service or her yes."""
    found = Referral.objects.visible_to(member).select_related(*AT_BOTH_ENDS)
    return found.only(*ON_A_LINE, *(f"{end}__name" for end in AT_BOTH_ENDS))


def _is_over(referral: Referral) -> bool:
    """Whether the day until which she said yes has passed."""
    rests_on = referral.consent if referral.consent_id else None
    return rests_on is not None and not rests_on.holds(clock.now())


def _by_state(found: QuerySet[Referral], is_open: bool) -> QuerySet[Referral]:
    ended = ~Q(state__in=OPEN)
    return found.filter(Q(state__in=OPEN) if is_open else ended).order_by("-state_at")
