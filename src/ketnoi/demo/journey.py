"""One woman's way, from the first phone call to the follow-up after twelve months.

Six agencies take part: the Women's Union of the commune, the shelter, the police, the one-stop
office, the job centre, and legal aid.
"""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from ketnoi.cases import queries as cases
from ketnoi.demo.files import FAKE, Ask, File, receive
from ketnoi.demo.stage import HOME, Stage
from ketnoi.demo.work import TOLD, told
from ketnoi.foundation.guard.context import acting
from ketnoi.identification import actions as identification
from ketnoi.livelihood import actions as livelihood
from ketnoi.pathway import actions as pathway
from ketnoi.protection import actions as protection
from ketnoi.referrals import actions as referrals
from ketnoi.support import actions as support

CALLED = 500
NEEDS = ("safe_place", "identification", "papers_legal", "livelihood")
PLACE = "Dữ liệu giả: phòng 3, nhà số 2 (nơi tạm lánh không có địa chỉ thật)."


def tell_journey(stage: Stage) -> File:
    """Her whole way, chapter by chapter."""
    stage.calendar.begin()
    file = _she_calls(stage)
    _she_is_safe(file)
    _police_verify(file)
    _papers_and_law(file)
    _she_leaves_the_shelter(file)
    _she_finds_work(file)
    _she_lives_her_life(file)
    return file


def as_seen_by(file: File, member: Any) -> Any:
    """The file as another agency opens it."""
    with acting(member):
        return cases.case_by_code(member, file.case.code)


def give(file: File, by: Any, kind: str, detail: str, days: int, at: str, **more: Any) -> None:
    """An agency writes down what it did."""
    now = file.stage.calendar.ago(days, at)
    about = {"hours": Decimal(1), "cost": None, "funds": "", **more}
    support.record_support(
        case=as_seen_by(file, by),
        kind=kind,
        given_on=now.date(),
        detail=f"{FAKE}{detail}",
        by=by,
        now=now,
        **about,
    )


def _she_calls(stage: Stage) -> File:
    ago, who = stage.calendar.ago, stage.people.next(age=23)
    ask = Ask(needs=NEEDS, danger="high", hours="13–15 giờ", commune=0)
    file = receive(stage, ago(CALLED, "9:10"), who, ask, by=stage.lan)
    file.describe(ago(CALLED, "9:25"), "trafficked", "returned_migrant")
    file.note(ago(CALLED, "9:40"), "Chị vừa về nước, đang ở nhờ, muốn nơi an toàn tối nay.")
    file.agree(ago(CALLED, "9:50"), "safe_place", "peace-house", packs=("contact", "need", "risk"))
    file.tick(ago(CALLED, "10:00"))
    return file


def _she_is_safe(file: File) -> None:
    stage, ago = file.stage, file.stage.calendar.ago
    request = file.draft(
        ago(CALLED, "10:05"),
        "peace-house-shelter",
        "safe_place",
        "Cần chỗ ở tối nay, xe của Hội đưa đi.",
        urgency="urgent",
        packs=("contact", "need", "risk"),
    )
    file.send(ago(CALLED, "10:10"), request)
    pathway.accept(referral=request, by=stage.yen, now=ago(CALLED, "10:35"))
    referrals.begin_service(referral=request, by=stage.yen, now=ago(CALLED, "15:10"))
    arrived = ago(CALLED, "16:20")
    file.stay = protection.admit(
        case=as_seen_by(file, stage.yen),
        unit="women",
        address=PLACE,
        admitted_at=arrived - timedelta(minutes=30),
        house_rules_read=True,
        by=stage.yen,
        now=arrived,
    )
    file.note(ago(499, "9:00"), "Đã đến nơi an toàn, ngủ được.", "network", "other", stage.yen)
    give(file, stage.yen, "essentials", "Chỗ ở, bữa ăn, đồ dùng.", 499, "10:00")
    give(file, stage.yen, "counselling", "Buổi tham vấn đầu tiên.", 497, "14:00")
    give(file, stage.yen, "medical", "Khám sức khỏe.", 495, "8:30", cost=350_000, funds="programme")


def _police_verify(file: File) -> None:
    stage, ago = file.stage, file.stage.calendar.ago
    packs = ("contact", "need", "identity", "risk", "papers")
    file.paper(ago(493, "9:00"))
    bodies = ("police-can-tho", "health-dept-can-tho")
    file.agree(ago(493, "9:15"), "identification", *bodies, packs=packs, given="signed")
    request = file.draft(
        ago(493, "9:30"), "police-can-tho-verify", "identification", "Xin xác minh.", packs=packs
    )
    file.send(ago(493, "9:35"), request)
    pathway.accept(referral=request, by=stage.minh, now=ago(492, "8:20"))
    referrals.begin_service(referral=request, by=stage.minh, now=ago(491, "14:00"))
    _decide(file, "being_identified", 489, paper="no_paper", evidence=["her_own"])
    file.note(ago(488, "15:00"), "Đã gặp tại nơi an toàn.", "network", "meeting", stage.minh)
    _decide(file, "victim", 456, paper="police", evidence=["proceedings", "her_own"])
    referrals.close_referral(referral=request, outcome="met", by=stage.minh, now=ago(455, "9:00"))
    referrals.confirm_outcome(referral=request, by=stage.lan, now=ago(454, "9:30"))


def _decide(file: File, status: str, days: int, *, paper: str, evidence: list[str]) -> None:
    stage = file.stage
    now = stage.calendar.ago(days, "10:00")
    identification.decide_status(
        case=as_seen_by(file, stage.minh),
        status=status,
        body_name="Công an thành phố (dữ liệu giả)",
        number="000/DLG" if status == "victim" else "",
        decided_on=now.date(),
        paper=paper,
        evidence=evidence,
        by=stage.minh,
        now=now,
    )


def _papers_and_law(file: File) -> None:
    stage, ago = file.stage, file.stage.calendar.ago
    packs = ("contact", "need", "identity", "papers")
    file.agree(ago(453, "9:00"), "papers_legal", "osso-can-tho", "legal-aid-can-tho", packs=packs)
    for service, helper, kind, detail, day in (
        ("osso-papers", stage.kim, "papers", "Làm lại căn cước, khai sinh cho con.", 453),
        ("legal-aid", stage.tam, "legal_aid", "Trợ giúp viên nhận vụ việc.", 446),
    ):
        request = file.draft(ago(day, "9:20"), service, "papers_legal", detail, packs=packs)
        file.send(ago(day, "9:30"), request)
        pathway.accept(referral=request, by=helper, now=ago(day - 1, "8:40"))
        referrals.begin_service(referral=request, by=helper, now=ago(day - 2, "9:00"))
        give(file, helper, kind, detail, day - 4, "10:00", hours=Decimal("2.5"))
        if helper is stage.tam:
            told = "Đã tư vấn quyền của chị."
            file.note(ago(day - 4, "15:00"), told, "professional", "other", helper)
        referrals.close_referral(
            referral=request, outcome="met", by=helper, now=ago(day - 5, "16:00")
        )
        referrals.confirm_outcome(referral=request, by=stage.lan, now=ago(day - 6, "9:00"))


def _she_leaves_the_shelter(file: File) -> None:
    stage, ago = file.stage, file.stage.calendar.ago
    stay = file.stay
    protection.review_stay(stay=stay, by=stage.yen, now=ago(438, "9:00"))
    left = ago(432, "9:30")
    protection.leave(
        stay=stay,
        left_at=left,
        left_reason="safe_again",
        left_to="relatives",
        by=stage.yen,
        now=left,
    )
    shelter = file.referrals[0]
    referrals.close_referral(referral=shelter, outcome="met", by=stage.yen, now=ago(432, "10:00"))
    referrals.confirm_outcome(referral=shelter, by=stage.lan, now=ago(431, "9:00"))
    file.address(ago(430, "9:00"), "ấp Mẫu, hỏi nhà cô Út.")


def _she_finds_work(file: File) -> None:
    stage, ago = file.stage, file.stage.calendar.ago
    packs = ("contact", "need", "work")
    file.agree(ago(429, "9:00"), "livelihood", "job-service-can-tho", packs=packs)
    request = file.draft(
        ago(429, "9:10"), "job-service", "livelihood", "Biết may, muốn làm gần nhà.", packs=packs
    )
    file.send(ago(429, "9:15"), request)
    pathway.accept(referral=request, by=stage.dung, now=ago(428, "8:30"))
    referrals.begin_service(referral=request, by=stage.dung, now=ago(427, "9:00"))
    told(file, ago(427, "14:00"), tells=["skills", "hours", "distance"], commune_id=HOME)
    offer = stage.offers["sewing"]
    way = pathway.propose(referral=request, opportunity=offer, by=stage.dung, now=ago(426, "10:00"))
    livelihood.she_decides(
        placement=way, answer="yes", told=TOLD, by=stage.lan, now=ago(425, "9:00")
    )
    livelihood.partner_decides(
        placement=way, answer="accepted", by=stage.dung, now=ago(422, "14:00")
    )
    begun = ago(418, "8:00")
    livelihood.start_placement(placement=way, on=begun.date(), by=stage.dung, now=begun)
    referrals.close_referral(referral=request, outcome="met", by=stage.dung, now=ago(414, "9:00"))
    referrals.confirm_outcome(referral=request, by=stage.lan, now=ago(413, "9:00"))
    file.tick(ago(412, "9:00"))


def _she_lives_her_life(file: File) -> None:
    ago = file.stage.calendar.ago
    file.safer(ago(411, "9:00"), "low")
    file.follow(ago(410, "9:00"))
    file.visit(ago(381, "9:00"), 1, "improving", "Đã quen việc.", work="paid", income_band="3_to_5")
    file.visit(
        ago(321, "9:00"),
        3,
        "unsure",
        "Con ốm, nghỉ hai tuần.",
        how="visit",
        work="paid",
        income_band="under_3",
    )
    file.visit(ago(229, "9:00"), 6, "improving", "Đi làm lại.", work="paid", income_band="3_to_5")
    lives = {"how": "visit", "work": "paid", "income_band": "5_to_8"}
    file.visit(ago(47, "9:00"), 12, "stable", "Thuê được nhà.", **lives)
    file.close(ago(40, "16:00"), "goals_met")
