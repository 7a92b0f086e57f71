"""What other domains may ask of matching: a round, its reasons in words, what one more place does.

Who calls holds the women and the offers, and decides who may read what; nothing is kept here.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ketnoi.matching.rules import checking, meeting
from ketnoi.matching.rules.asked import Ground, Offer, Seeker
from ketnoi.matching.rules.checking import Unsafe
from ketnoi.matching.rules.readers import Audience, But, No, Yes
from ketnoi.matching.terms import Counted, IfOnly, InTheWay, Meets

if TYPE_CHECKING:
    from ketnoi.matching.rules.agreement import Agreement
    from ketnoi.matching.rules.rounds import Round
    from ketnoi.matching.rules.what_if import Gain

__all__ = [
    "Agreement", "Audience", "Gain", "Ground", "Offer", "Round", "Seeker", "Share", "Unsafe",
]  # fmt: skip


@dataclass(frozen=True)
class Share:
    """How many women of a group a round proposed somewhere, and how many its floor asks for."""

    group: str
    women: int
    placed: int
    least: int


def in_the_way(seeker: Seeker, offer: Offer, ground: Ground) -> tuple[str, ...]:
    """The rules that stand between one woman and one offer, without a round; none where it fits.

    For a page about one woman: the second code of the rules, in plain Python.
    """
    broken = checking.broken(seeker, offer, ground)
    return tuple(rule for rule in InTheWay.values if rule in broken)


def meets(seeker: Seeker, offer: Offer, ground: Ground) -> tuple[str, ...]:
    """What she asked for and finds at an offer that fits."""
    return meeting.meets(seeker, offer, ground)


def agreement_on(day: date) -> "Agreement":
    """The points and floors that hold on a day."""
    from ketnoi.matching.rules import agreement

    return agreement.on(day)


def round_of(
    seekers: Iterable[Seeker], offers: Iterable[Offer], ground: Ground, day: date, seed: str
) -> "Round":
    """The best round of these women and offers under the agreement of that day.

    `seed` is published before the round: it draws the lots among what is equally good.
    """
    from ketnoi.matching.rules import rounds

    asked = rounds.asked(tuple(seekers), tuple(offers), ground, agreement_on(day), seed)
    return rounds.make(asked)


def shortlist(round_: "Round", seeker: str, most: int = 3) -> list[str]:
    """What she may be asked about: what the round proposes first, then what fits and is free."""
    from ketnoi.matching.rules import reasons

    return reasons.shortlist(round_, _number(round_, seeker), most)


def why(round_: "Round", seeker: str, audience: Audience) -> list[str]:
    """Why she is proposed to an offer, or to none, in sentences for this reader."""
    from ketnoi.matching.rules import reasons

    told = reasons.why(round_, _number(round_, seeker), audience)
    return _yes(told) if isinstance(told, Yes) else _no(told, audience)


def kept_of(round_: "Round", seeker: str) -> dict[str, Any]:
    """Why, as rules and numbers that her file keeps; `said` makes sentences of them again."""
    from ketnoi.matching.rules import reasons

    return asdict(reasons.why(round_, _number(round_, seeker), Audience.FILE))


def said(kept: dict[str, Any]) -> list[str]:
    """What her file kept of a round, in sentences for those who read her file."""
    if "offer" in kept:
        return _yes(Yes(**kept))
    buts = tuple(But(**but) for but in kept["buts"])
    return _no(No(**{**kept, "buts": buts}), Audience.FILE)


def why_not(round_: "Round", seeker: str, offer: str, audience: Audience) -> list[str]:
    """Why she is not proposed to this offer, in sentences for this reader."""
    from ketnoi.matching.rules import reasons

    number = next(n for n, o in enumerate(round_.asked.offers) if o.id == offer)
    told = reasons.at(round_, _number(round_, seeker), number, audience)
    return [f"{InTheWay(rule).label}." for rule in told]


def one_more(round_: "Round", offer: str, more: int = 1) -> "Gain":
    """Whom one more place at this offer, or some more, would help."""
    from ketnoi.matching.rules import what_if

    return what_if.one_more(round_, offer, more)


def awaited_at(round_: "Round") -> dict[str, int]:
    """How many women who got nothing each offer would fit, the most awaited first."""
    pairs, none = round_.asked.pairs, round_.optimum.offer_of < 0
    waiting = pairs.offer[none[pairs.woman]].tolist()
    found = {offer.id: waiting.count(n) for n, offer in enumerate(round_.asked.offers)}
    return dict(sorted(found.items(), key=lambda told: (-told[1], told[0])))


def shares(round_: "Round") -> list[Share]:
    """How each group of the round fared. Whoever shows it sees to it that nobody is known by it."""
    placed = round_.optimum.placed
    return [
        Share(floor.group, len(floor.women), int(placed[floor.women].sum()), floor.least)
        for floor in round_.fair.floors
    ]


def floors_missed(round_: "Round") -> list[str]:
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
    found = [_("Phù hợp vì: %(meets)s.") % {"meets": meets} if meets else _("Không có gì vướng.")]
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


def _number(round_: "Round", seeker: str) -> int:
    return next(n for n, s in enumerate(round_.asked.seekers) if s.id == seeker)
