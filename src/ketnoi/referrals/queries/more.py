"""What the asked agency wanted to know besides, and what she agreed to tell."""

import json
from contextlib import suppress
from datetime import datetime

from ketnoi.cases.terms import Pack
from ketnoi.foundation.belonging import NoWrap
from ketnoi.referrals.models import MoreAsked, Referral


def more_of(referral: Referral) -> list[MoreAsked]:
    """What was asked for besides the packet, oldest first."""
    found = MoreAsked.objects.filter(referral=referral).select_related("consent")
    known = list(found.order_by("asked_at"))
    for each in known:
        each.referral, each.key = referral, referral.key
    return known


def more_awaited(referral: Referral) -> MoreAsked | None:
    """What is asked for besides the packet and not answered yet."""
    return next((each for each in more_of(referral) if not each.ended_at), None)


def more_told(referral: Referral, *, now: datetime) -> dict[str, list[list[str]]]:
    """What was told later, by pack, as far as her yes to that still holds."""
    told: dict[str, list[list[str]]] = {}
    for each in more_of(referral):
        if each.consent and each.consent.holds(now):
            each.opened = referral.opened
            told |= json.loads(each.packet.open())
    return told


def packs_told(referral: Referral) -> set[str]:
    """The packs that the asked agency was told, at first and later."""
    return {*referral.packs, *(pack for each in more_of(referral) for pack in each.told)}


def packs_untold(referral: Referral) -> list[tuple[str, str]]:
    """What might still be asked for, as a form offers it."""
    told = packs_told(referral)
    return [(value, str(label)) for value, label in Pack.choices if value not in told]


def words_of(more: MoreAsked) -> str:
    """Why more is needed, for whoever may read it; nothing once its key is destroyed."""
    if not more.key.wrapped:
        return ""
    with suppress(NoWrap):
        more.opened = more.referral.opened
        return more.words.open()
    return ""
