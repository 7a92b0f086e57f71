"""The files of the other agencies, one line each: where it stands, who asks whom, who it is."""

from ketnoi.demo import requests, standings, work
from ketnoi.demo.files import File
from ketnoi.demo.requests import Trip
from ketnoi.demo.stage import Stage

RECIPES = {**requests.RECIPES, **standings.RECIPES}
MIGRANT, TRAFFICKED, AT_RISK = ("returned_migrant",), ("trafficked",), ("at_risk",)
COUNSEL, SHELTER = "peace-house-counselling", "peace-house-shelter"
JOBS = "job-service"

OSSO = (
    ("draft", Trip("kim", COUNSEL, "health", days=2, reasons=MIGRANT)),
    ("sent", Trip("kim", "health-dept-reception", "health", days=6, age=39, language="km")),
    ("accepted", Trip("kim", "legal-aid", helper="tam", days=3, age=45, reasons=MIGRANT)),
    ("in_service", Trip("kim", COUNSEL, "health", "yen", days=20, age=21)),
    ("redirected", Trip("kim", SHELTER, "safe_place", "yen", 5, word="no_capacity")),
    ("withdrawn", Trip("kim", "legal-aid", helper="tam", days=20, age=34, reasons=MIGRANT)),
    ("following", Trip("kim", "legal-aid", days=95, age=29, word="worse/lost_contact")),
    ("ended", Trip("kim", "legal-aid", days=70, age=48, word="moved", reasons=MIGRANT)),
    ("received", Trip("kim", days=0, age=32, language="km", reasons=MIGRANT)),
    ("closed", Trip("kim", COUNSEL, "health", "yen", days=2, word="partly", age=25)),
    ("reopened", Trip("kim", "legal-aid", helper="tam", days=9, word="could_not_reach")),
    ("without_consent", Trip("kim", SHELTER, "safe_place", "yen", 4, word="vital_interest")),
)
SHELTERED = (
    ("sheltered", Trip("yen", purpose="safe_place", days=24, word="mother_child", age=30)),
    ("sheltered", Trip("yen", purpose="safe_place", days=9, word="accessible", age=37)),
    ("sheltered", Trip("yen", purpose="safe_place", days=4, age=20, language="km")),
    ("left_shelter", Trip("yen", purpose="safe_place", days=20, age=33, word="safe_again")),
    ("recalled", Trip("yen", "legal-aid", days=10, age=42)),
    ("in_service", Trip("yen", "osso-papers", helper="kim", days=15, age=28, reasons=MIGRANT)),
    ("declined", Trip("yen", "osso-counselling", "health", "kim", 3, age=26, word="not_now")),
    ("declined", Trip("yen", "legal-aid", helper="tam", days=7, age=35, word="conflict")),
    (
        "without_consent",
        Trip("yen", "police-can-tho-verify", "identification", "minh", 6, 15, word="legal_duty"),
    ),
    ("received", Trip("yen", purpose="safe_place", days=1, age=40)),
)
BLIND = (
    ("active", Trip("binh", JOBS, "livelihood", days=3, age=46, sex="male", reasons=AT_RISK)),
    ("on_hold", Trip("binh", JOBS, "livelihood", "dung", days=18, age=31, reasons=AT_RISK)),
    ("ended", Trip("binh", JOBS, "livelihood", days=60, age=58, word="lost_contact")),
    (
        "declined",
        Trip("binh", "health-dept-reception", "health", "phuc", 9, 50, word="not_eligible"),
    ),
    ("sent", Trip("binh", "industry-trade-market", "livelihood", days=18, age=43, sex="male")),
    ("received", Trip("binh", purpose="follow_up", days=1, age=62, sex="male", language="km")),
    ("confirmed", Trip("binh", "legal-aid", helper="tam", days=25, age=54, word="not_eligible")),
)
OTHERS = (
    ("received", Trip("minh", purpose="identification", days=1, age=24, reasons=TRAFFICKED)),
    ("decided", Trip("son", purpose="safe_place", days=40, word="victim", reasons=TRAFFICKED)),
    ("decided", Trip("son", purpose="safe_place", days=30, word="not_established", age=19)),
    ("confirmed", Trip("son", SHELTER, "safe_place", "yen", 12, word="could_not_reach")),
    ("active", Trip("son", SHELTER, "safe_place", days=3, age=15, sex="male", reasons=TRAFFICKED)),
    ("mistaken", Trip("son", days=9, age=29, reasons=TRAFFICKED)),
    ("received", Trip("phuc", purpose="health", days=6, age=23, reasons=MIGRANT)),
    ("received", Trip("tam", days=1, age=49)),
    ("ended", Trip("mai", "legal-aid", days=80, age=67, word="deceased")),
)
PLACED = (
    ("started", "sewing", 40, Trip("kim", JOBS, "livelihood", "dung", age=27, reasons=MIGRANT)),
    ("recalled", "hair", 15, Trip("kim", JOBS, "livelihood", "dung", age=20, reasons=MIGRANT)),
    ("ended", "hair", 90, Trip("yen", JOBS, "livelihood", "dung", age=24)),
    ("partner_declined", "packing", 14, Trip("binh", JOBS, "livelihood", "dung", sex="male")),
    ("she_waits", "massage", 5, Trip("binh", JOBS, "livelihood", "dung", age=34, language="km")),
    ("she_declined", "hotel", 20, Trip("kim", JOBS, "livelihood", "dung", age=41)),
    ("partner_agreed", "packing", 8, Trip("yen", JOBS, "livelihood", "dung", age=36)),
    ("proposed", "hotel", 6, Trip("kim", JOBS, "livelihood", "dung", age=30)),
    ("she_agreed", "ironing", 4, Trip("yen", JOBS, "livelihood", "dung", age=25)),
)


def tell_crowd(stage: Stage) -> list[File]:
    """Every file of the others."""
    table = (*OSSO, *SHELTERED, *BLIND, *OTHERS)
    files = [RECIPES[recipe](stage, trip) for recipe, trip in table]
    files += [
        work.placed(stage, trip, state=state, offer=offer, proposed=days)
        for state, offer, days, trip in PLACED
    ]
    _notes(stage, files)
    return files


def _notes(stage: Stage, files: list[File]) -> None:
    """Notes for whoever takes part, and one that only specialists of legal aid read."""
    for file in files[2:5]:
        stage.calendar.begin()
        file.note(stage.calendar.ago(1, "16:30"), "Đã hẹn gặp tuần này.", "network", "meeting")
    stage.calendar.begin()
    now = stage.calendar.ago(1, "17:00")
    files[2].note(now, "Đã nghe và tư vấn.", "professional", "counselling", stage.tam)
