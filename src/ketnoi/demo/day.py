"""What makes a day of Lan: what is urgent, what is due today, what she waits for."""

from ketnoi.demo import plans, requests, standings, work
from ketnoi.demo.files import File
from ketnoi.demo.requests import Trip
from ketnoi.demo.stage import Stage
from ketnoi.intake import actions as intake

DUE_BACK = 7
PROGRESS = 33


def tell_day(stage: Stage) -> list[File]:
    """Her files, and those of others that ask something of her agency."""
    files = [*_urgent(stage), *_due_today(stage), *_awaited(stage), *_others(stage)]
    _unrecorded(stage)
    return files


def _urgent(stage: Stage) -> list[File]:
    back = Trip("kim", "wu-my-tu-reception", "follow_up", days=2, reasons=("returned_migrant",))
    late = Trip("lan", "peace-house-counselling", "health", "yen", DUE_BACK + 1)
    return [
        requests.sent_now(stage, Trip(**{**vars(back), "urgency": "urgent"})),
        requests.closed(stage, late),
    ]


def _due_today(stage: Stage) -> list[File]:
    asked = stage.calendar.begun_for_today("placement.ask_her", "9:00")
    visit = stage.calendar.begun_for_today("followup.1", "9:00")
    return [
        requests.closed(
            stage, Trip("lan", "osso-papers", helper="kim", days=DUE_BACK, language="km")
        ),
        requests.closed(
            stage, Trip("lan", "legal-aid", helper="tam", days=DUE_BACK, word="partly", age=41)
        ),
        requests.in_service(
            stage, Trip("yen", "wu-my-tu-reception", "follow_up", "lan", PROGRESS, age=35)
        ),
        requests.on_hold(
            stage, Trip("kim", "wu-my-tu-reception", helper="lan", days=14, word="today", age=52)
        ),
        standings.following(stage, Trip("lan", "osso-work", "livelihood", days=visit, age=24)),
        work.placed(
            stage,
            Trip("lan", "job-service", "livelihood", "dung", age=22, reasons=("at_risk",)),
            state="proposed",
            offer="bakery",
            proposed=asked,
        ),
    ]


def _awaited(stage: Stage) -> list[File]:
    tonight = Trip("lan", "peace-house-shelter", "safe_place", days=1, urgency="urgent", age=26)
    verify = Trip("lan", "police-can-tho-verify", "identification", "minh", 3, age=19)
    return [
        requests.sent_now(stage, tonight),
        requests.sent(stage, Trip("lan", "legal-aid", days=2, age=47, language="km")),
        requests.in_service(stage, Trip(**{**vars(verify), "reasons": ("trafficked",)})),
        work.placed(
            stage,
            Trip("lan", "job-service", "livelihood", "dung", age=33),
            state="she_agreed",
            offer="packing",
            proposed=3,
        ),
    ]


def _others(stage: Stage) -> list[File]:
    taken = Trip("lan", purpose="safe_place", days=2, age=29, language="km")
    old = Trip("mai", "osso-counselling", "health", days=100, age=38, sex="male", word="unsure")
    return [
        standings.received(stage, Trip("sa", purpose="health", days=0, age=31)),
        standings.taken_over(stage, taken),
        plans.plan(standings.active(stage, Trip("lan", "osso-papers", days=2, age=44))),
        standings.following(stage, old),
        standings.ended(stage, Trip("lan", "osso-papers", days=50, age=36, word="her_wish")),
        standings.mistaken(stage, Trip("lan", days=15, age=27)),
        standings.opened_again(stage, Trip("mai", "osso-papers", days=30, word="goals_met")),
    ]


def _unrecorded(stage: Stage) -> None:
    """Somebody did not want to be recorded: only a draft that Lan alone reads until tomorrow."""
    stage.calendar.begin()
    answers = {"called": stage.people.next().called, "needs": ["safe_place"], "danger": "unknown"}
    intake.leave_unrecorded(answers=answers, by=stage.lan, now=stage.calendar.minutes_ago(130))
