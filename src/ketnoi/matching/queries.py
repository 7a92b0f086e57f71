"""What other domains may ask of matching: a round, its reasons in words, what one more place does.

Who calls holds the women and the offers, and decides who may read what; nothing is kept here.
"""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ketnoi.matching.rules import agreement, reasons, rounds, what_if
from ketnoi.matching.rules.agreement import Agreement
from ketnoi.matching.rules.asked import Ground, Offer, Seeker
from ketnoi.matching.rules.reasons import Audience, No, Yes
from ketnoi.matching.rules.rounds import Round
from ketnoi.matching.rules.what_if import Gain
from ketnoi.matching.terms import Counted, IfOnly, InTheWay, Meets

__all__ = ["Agreement", "Audience", "Gain", "Ground", "Offer", "Round", "Seeker"]


def agreement_on(day: date) -> Agreement:
    """The points and floors that hold on a day."""
    return agreement.on(day)


def round_of(
    seekers: Iterable[Seeker], offers: Iterable[Offer], ground: Ground, day: date, seed: str
) -> Round:
    """The best round of these women and offers under the agreement of that day.

    `seed` is published before the round: it draws the lots among what is equally good.
    """
    asked = rounds.asked(tuple(seekers), tuple(offers), ground, agreement_on(day), seed)
    return rounds.make(asked)


def shortlist(round_: Round, seeker: str, most: int = 3) -> list[str]:
    """What she may be asked about: what the round proposes first, then what fits and is free."""
    return reasons.shortlist(round_, _number(round_, seeker), most)


def why(round_: Round, seeker: str, audience: Audience) -> list[str]:
    """Why she is proposed to an offer, or to none, in sentences for this reader."""
    told = reasons.why(round_, _number(round_, seeker), audience)
    return _yes(told) if isinstance(told, Yes) else _no(told, audience)


def why_not(round_: Round, seeker: str, offer: str, audience: Audience) -> list[str]:
    """Why she is not proposed to this offer, in sentences for this reader."""
    number = next(n for n, o in enumerate(round_.asked.offers) if o.id == offer)
    told = reasons.at(round_, _number(round_, seeker), number, audience)
    return [f"{InTheWay(rule).label}." for rule in told]


def one_more(round_: Round, offer: str) -> Gain:
    """Whom one more place at this offer would help."""
    return what_if.one_more(round_, offer)


def floors_missed(round_: Round) -> list[str]:
    """Floors that nobody can reach in this round, for the coordinator."""
    return [
        ngettext(
            "Nhóm %(group)s thiếu %(many)d người để đạt mức sàn; không có thêm chỗ nào phù hợp.",
            "Nhóm %(group)s thiếu %(many)d người để đạt mức sàn; không có thêm chỗ nào phù hợp.",
            many,
        )
        % {"group": group, "many": many}
        for group, many in round_.fair.short.items()
    ]


def _yes(told: Yes) -> list[str]:
    meets = ", ".join(str(Meets(rule).label) for rule in told.meets)
    counted = ", ".join(f"{Counted(name).label} {many}" for name, many in told.points)
    found = [_("Phù hợp vì: %(meets)s.") % {"meets": meets}]
    if counted:
        found.append(_("Điểm của đợt ghép: %(counted)s.") % {"counted": counted})
    return found


def _no(told: No, audience: Audience) -> list[str]:
    found = [_fits(told, audience)]
    found += [
        ngettext(
            "Thêm %(places)d chỗ ở %(offers)d nơi sẽ phù hợp nếu %(but)s.",
            "Thêm %(places)d chỗ ở %(offers)d nơi sẽ phù hợp nếu %(but)s.",
            but.places,
        )
        % {"places": but.places, "offers": but.offers, "but": IfOnly(but.rule).label}
        for but in sorted(told.buts, key=lambda but: -but.places)
    ]
    if told.both:
        ways = "; ".join(str(InTheWay(rule).label) for rule in told.both)
        found.append(_("Nơi gần phù hợp nhất còn vướng: %(ways)s.") % {"ways": ways})
    return found


def _fits(told: No, audience: Audience) -> str:
    if not told.fits:
        return _("Đợt này chưa có nơi nào phù hợp.")
    if audience is Audience.OUTSIDE:
        return _("Đợt này chưa ghép được.")
    return _(
        "Có %(fits)d nơi phù hợp, %(places)d chỗ, đều đã đề xuất cho người khác: "
        "%(more)d chỗ cho người cần gấp hơn, %(same)d chỗ cho người cần gấp như chị ấy."
    ) % {
        "fits": told.fits,
        "places": told.places,
        "more": told.more_urgent,
        "same": told.as_urgent,
    }


def _number(round_: Round, seeker: str) -> int:
    return next(n for n, s in enumerate(round_.asked.seekers) if s.id == seeker)
