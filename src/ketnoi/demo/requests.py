"""Files with a request to another agency, in every state a request can be in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from ketnoi.demo.files import USUAL, Ask, File, receive
from ketnoi.demo.stage import Stage
from ketnoi.foundation.actor import System
from ketnoi.pathway import actions as pathway
from ketnoi.referrals import actions as referrals

ADULT = 18
CHANNELS = ("phone", "visit", "partner", "tip")
LONG_DONE = 8
AT_HOME = ("lan", "mai", "sa")


@dataclass(frozen=True)
class Trip:
    """Whose file it is, which way its request goes, and who answers."""

    by: str
    service: str = ""
    purpose: str = "papers_legal"
    helper: str = ""
    days: int = 12
    age: int = 30
    sex: str = "female"
    language: str = "vi"
    reasons: tuple[str, ...] = ("violence",)
    message: str = "Mong được nơi này giúp."
    word: str = ""
    urgency: str = "normal"


def start(stage: Stage, trip: Trip, *, days: int | None = None) -> File:
    """A file begins, and she says more of herself."""
    stage.calendar.begin()
    day = trip.days if days is None else days
    khmer = trip.language == "km"
    who = stage.people.next(
        age=trip.age,
        sex=trip.sex,
        language=trip.language,
        interpreter=khmer and stage.told % 2 == 0,
    )
    ask = Ask(
        needs=(trip.purpose,),
        channel=CHANNELS[stage.told % len(CHANNELS)],
        danger="high" if trip.urgency == "urgent" else "no",
        commune=0 if trip.by in AT_HOME else stage.told,
    )
    file = receive(stage, _moment(stage, day, "8:20", 110), who, ask, by=stage.cast[trip.by])
    file.describe(_moment(stage, day, "8:40", 95), *trip.reasons)
    if trip.age < ADULT:
        file.speaks_for(
            _moment(stage, day, "8:45", 90), "guardian" if trip.sex == "male" else "mother"
        )
    return file


def _moment(stage: Stage, days: int, at: str, minutes: int) -> datetime:
    """An hour of a day that is past; or, of today, so many minutes ago."""
    return stage.calendar.ago(days, at) if days else stage.calendar.minutes_ago(minutes)


def begun(stage: Stage, trip: Trip, *, days: int | None = None) -> File:
    """She agreed that the other agency is told; support begins."""
    file = start(stage, trip, days=days)
    ago, day = stage.calendar.ago, trip.days if days is None else days
    file.agree(ago(day, "9:00"), trip.purpose, stage.services[trip.service].agency.key)
    if day > LONG_DONE:
        file.tick(ago(day - 1, "8:10"))
    return file


def sent(stage: Stage, trip: Trip) -> File:
    """The request has gone out."""
    file = begun(stage, trip)
    ago, day = stage.calendar.ago, max(trip.days - 1, 1)
    request = file.draft(
        ago(day, "9:10"), trip.service, trip.purpose, trip.message, urgency=trip.urgency
    )
    file.send(ago(day, "9:20"), request)
    return file


def draft(stage: Stage, trip: Trip) -> File:
    """The request is only prepared."""
    file = begun(stage, trip)
    file.draft(stage.calendar.ago(trip.days - 1, "15:30"), trip.service, trip.purpose, trip.message)
    return file


def sent_now(stage: Stage, trip: Trip) -> File:
    """The request went out within the hour."""
    file = begun(stage, trip)
    minutes = stage.calendar.minutes_ago
    request = file.draft(
        minutes(40), trip.service, trip.purpose, trip.message, urgency=trip.urgency
    )
    file.send(minutes(30), request)
    return file


def accepted(stage: Stage, trip: Trip) -> File:
    """The other agency said yes the day after."""
    file = sent(stage, trip)
    now = stage.calendar.ago(max(trip.days - 2, 1), "8:30")
    pathway.accept(referral=file.referrals[0], by=stage.cast[trip.helper], now=now)
    return file


def in_service(stage: Stage, trip: Trip) -> File:
    """The other agency has reached her."""
    file = accepted(stage, trip)
    now = stage.calendar.ago(max(trip.days - 3, 1), "10:00")
    referrals.begin_service(referral=file.referrals[0], by=stage.cast[trip.helper], now=now)
    return file


def on_hold(stage: Stage, trip: Trip) -> File:
    """It pauses for a while."""
    file = in_service(stage, trip)
    calendar, days = stage.calendar, 0 if trip.word == "today" else 6
    now = calendar.ago(max(trip.days - 5, 1), "10:00")
    again = calendar.now.replace(hour=23, minute=59, second=59, microsecond=0) + timedelta(
        days=days
    )
    referrals.put_on_hold(
        referral=file.referrals[0], review_at=again, by=stage.cast[trip.helper], now=now
    )
    return file


def closed(stage: Stage, trip: Trip) -> File:
    """The other agency told how it ended; the asking one has not confirmed. `days` counts that."""
    file = in_service(stage, Trip(**{**vars(trip), "days": trip.days + 20}))
    now = stage.calendar.ago(trip.days, "9:30")
    referrals.close_referral(
        referral=file.referrals[0],
        outcome=trip.word or "met",
        by=stage.cast[trip.helper],
        now=now,
    )
    return file


def confirmed(stage: Stage, trip: Trip) -> File:
    """Both agree how it ended."""
    file = closed(stage, trip)
    now = stage.calendar.ago(trip.days - 1, "9:00")
    referrals.confirm_outcome(referral=file.referrals[0], by=file.by, now=now)
    return file


def reopened(stage: Stage, trip: Trip) -> File:
    """The asking agency does not agree that it has ended."""
    file = closed(stage, trip)
    now = stage.calendar.ago(trip.days - 2, "9:00")
    referrals.reopen_referral(referral=file.referrals[0], by=file.by, now=now)
    return file


def declined(stage: Stage, trip: Trip) -> File:
    """The other agency said no, or she did not want it any more."""
    file = sent(stage, trip)
    now = stage.calendar.ago(max(trip.days - 2, 1), "14:00")
    referrals.decline_referral(
        referral=file.referrals[0], reason=trip.word, by=stage.cast[trip.helper], now=now
    )
    return file


def redirected(stage: Stage, trip: Trip) -> File:
    """After a no, another agency is asked."""
    file, other = declined(stage, trip), "pc-my-tu-reception"
    ago = stage.calendar.ago
    agency = stage.services[other].agency.key
    file.agree(ago(trip.days - 3, "9:00"), trip.purpose, agency)
    again = file.draft(
        ago(trip.days - 3, "9:10"),
        other,
        trip.purpose,
        "Nơi trước đã hết chỗ.",
        instead_of=file.referrals[0],
    )
    file.send(ago(trip.days - 3, "9:20"), again)
    return file


def recalled(stage: Stage, trip: Trip) -> File:
    """The asking agency took it back."""
    file = sent(stage, trip)
    now = stage.calendar.ago(trip.days - 2, "15:00")
    referrals.recall_referral(referral=file.referrals[0], by=file.by, now=now)
    return file


def withdrawn(stage: Stage, trip: Trip) -> File:
    """She took her yes back."""
    file = in_service(stage, trip)
    consent = file.referrals[0].consent
    now = stage.calendar.ago(max(trip.days - 6, 1), "11:00")
    pathway.withdraw(consent=consent, by=file.by, now=now)
    return file


def without_consent(stage: Stage, trip: Trip) -> File:
    """There was no time to ask her, or the law does not leave the choice. `word` is the basis."""
    file = start(stage, trip)
    ago = stage.calendar.ago
    request = file.draft(
        ago(trip.days, "9:00"),
        trip.service,
        trip.purpose,
        trip.message,
        urgency="urgent",
        basis=trip.word,
        basis_reason="Dữ liệu giả: cần nơi an toàn ngay.",
        packs=(*USUAL, "risk"),
    )
    file.send(ago(trip.days, "9:05"), request)
    pathway.accept(referral=request, by=stage.cast[trip.helper], now=ago(trip.days, "9:40"))
    return file


def return_unanswered(stage: Stage) -> None:
    """What nobody answered goes back by itself, after all stories are told."""
    stage.calendar.begin()
    pathway.return_unanswered(by=System(), now=stage.calendar.ago(1, "7:07"))


RECIPES: dict[str, Callable[[Stage, Trip], File]] = {
    "draft": draft,
    "sent": sent,
    "sent_now": sent_now,
    "accepted": accepted,
    "in_service": in_service,
    "on_hold": on_hold,
    "closed": closed,
    "confirmed": confirmed,
    "reopened": reopened,
    "declined": declined,
    "redirected": redirected,
    "recalled": recalled,
    "withdrawn": withdrawn,
    "without_consent": without_consent,
}
