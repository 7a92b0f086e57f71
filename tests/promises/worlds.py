"""A network of three agencies, an outsider with work of her own, and files that are not hers."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from ketnoi.agencies.terms import OPENS_FILES, Role
from ketnoi.agencies.tests import make as agencies
from ketnoi.blocking import actions as blocking
from ketnoi.cases import actions as cases
from ketnoi.cases.models import Note, Task
from ketnoi.cases.tests import make as files
from ketnoi.conferences.tests import make as talks
from ketnoi.counselling.tests import make as counselling
from ketnoi.directory.models import Hotline
from ketnoi.dwelling.tests import make as dwelling
from ketnoi.foundation import clock
from ketnoi.foundation.action import writing
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.uploads import Fit, Media
from ketnoi.identification import actions as identification
from ketnoi.lending.tests import make as lending
from ketnoi.lending.tests import make_groups as savings
from ketnoi.livelihood.models import Opportunity
from ketnoi.livelihood.tests import make as livelihood
from ketnoi.pathway import actions as pathway
from ketnoi.people import actions as people
from ketnoi.people import queries as persons
from ketnoi.protection.tests import make as protection
from ketnoi.referrals import actions as referrals
from ketnoi.referrals.tests import make as requests
from ketnoi.reintegration.tests import make as reintegration
from ketnoi.rights import actions as rights
from ketnoi.rounds.tests import make as rounds
from ketnoi.support.tests import make as support
from tests.promises.still import ago

PHONE, PAPER = files.PHONE, files.PAPER
Ids = dict[str, str]


@dataclass
class Words:
    """What is sealed in a file.

    Each name has one token outside the list of syllables: as many seals, as much of the chance that
    `still` counts out, so that what comes afterwards has the same ids in both worlds.
    """

    called: str = "Bướm Vàng"
    name: str = "Hồ Xuân Quỳnh Ksor"
    address: str = "Ấp Phước Xuyên"
    note: str = "Chuyện kể đêm mưa"


OTHER_WORDS = Words("Sen Trắng Nhỏ", "Thạch Thị Sô Phol", "Khóm Chín Nhà Thờ", "Lời của ban ngày")


@dataclass
class World:
    """Who works in it. `outsider` is the one whose answers are compared.

    `told` is a file of the holder that may be opened to the outsider's agency and closed again.
    `fund` is the holder's, and no part of a file.
    """

    lan: Any
    anh: Any
    yen: Any
    minh: Any
    dung: Any
    outsider: Any
    own: Any
    told: Any
    fund: Any
    thao: Any
    is_blocked: bool = False
    own_ids: Ids = field(default_factory=dict)
    told_ids: Ids = field(default_factory=dict)

    @property
    def is_partner(self) -> bool:
        """Whether the outsider works at another agency than the holder."""
        return self.outsider.agency_id != self.lan.agency_id


def build(*, at_holder: bool) -> World:
    """Lan's agency holds files; Yến shelters, Minh decides, Dung finds work; and the outsider.

    Anh is the caseworker of another agency: the outsider works beside her, or beside Lan.
    """
    lan = agencies.member(agencies.agency("women_union", "province"), name="Lan")
    anh = agencies.member(agencies.agency("osso", "province"), name="Anh")
    yen = agencies.member(agencies.agency("shelter", "province"), name="Yến")
    minh = agencies.member(agencies.agency("police", "province"), "verifier", name="Minh")
    dung = livelihood.job_centre()
    outsider = agencies.member((lan if at_holder else anh).agency, name="Người ngoài")
    fund = support.fund(agencies.member(lan.agency, role="lead", name="Trưởng"), 100)
    thao = counselling.counsellor(lan)
    world = World(lan, anh, yen, minh, dung, outsider, None, None, fund, thao)
    for whose in (lan, anh, yen):
        requests.service(whose.agency, "safe_place")
    _own_work(world)
    with ago(hours=5):
        world.told = files.case(lan, phone=PHONE, paper=PAPER)
    world.told_ids = {"file": world.told.code, **_written(world.told, lan)}
    return world


def _own_work(world: World) -> None:
    """The outsider holds a file of a woman with the same name, phone and paper."""
    by = world.outsider
    to = service_of(world.lan if world.is_partner else world.anh)
    with ago(hours=6):
        world.own = files.case(by, phone=PHONE, paper=PAPER)
    ids = {"file": world.own.code, **_written(world.own, by), **_asked_for(world, to)}
    with ago(hours=3):
        offer = livelihood.opportunity(world.dung)
        ids["placement"] = livelihood.proposal(world.own, offer, by=world.dung).pk
        ids["round"] = rounds.announced(rounds.job_centre("Hà")).pk
        ids["result"] = rounds.proposed(world.own, ids["round"], offer).pk
    with ago(hours=2):
        reintegration.plan(world.own, by=by)
        ids["support"] = support.recorded(world.own, by).pk
    hotline = Hotline.objects.values_list("pk", flat=True).first()
    ids |= {
        "fund": world.fund.pk,
        "opportunity": offer.pk,
        "service": to.pk,
        "hotline": hotline,
        "member": by.pk,
    }
    world.own_ids = {**ids, **_box(world), "month": "3"}


def _asked_for(world: World, to: Any) -> Ids:
    with ago(hours=4):
        sent = requests.sent(world.own, to, by=world.outsider)
    return {"referral": sent.pk, "consent": sent.consent_id}


def _written(file: Any, by: Any, text: str = "Đã gọi") -> Ids:
    for minutes, privacy in ((90, "network"), (80, "agency")):
        then = clock.now() - timedelta(minutes=minutes)
        cases.write_note(case=file, body=text, privacy=privacy, kind="call", by=by, now=then)
    attached = _attached(file, by, text)
    wish, tie = _wished(file, by, text), _tied(file, by)
    with acting(by):
        notes = Note.objects.filter(case=file).order_by("written_at")
        task = Task.objects.filter(case=file).first()
        return {"note": notes[0].pk, "task": task.pk, "attachment": attached.pk} | {
            "wish": wish.pk,
            "twin": file.code,
            "tie": tie.pk,
        }


def _attached(file: Any, by: Any, text: str) -> Any:
    about = {"kind": "other", "title": text, "privacy": "network", "by": by}
    paper = Fit(Media.PNG, text.encode())
    return cases.attach(case=file, file=paper, now=clock.now() - timedelta(minutes=70), **about)


def _tied(file: Any, by: Any) -> Any:
    about = {"kind": "child", "lives": "her", "carer": "her", "called": "Tí"}
    with acting(by):
        her = persons.person(by, file.person_id)
    then = clock.now() - timedelta(minutes=65)
    return people.add_relative(person=her, by=by, now=then, **about)


def _wished(file: Any, by: Any, text: str) -> Any:
    about = {"right": "copy", "asker": "herself", "check_made": "known", "words": text}
    then = clock.now() - timedelta(minutes=60)
    return rights.take_request(case=file, by=by, now=then, **about)


def service_of(member: Any) -> Any:
    """The help that a member's agency gives."""
    from ketnoi.directory.models import Service

    return Service.objects.get(key=f"dich-vu-{member.agency.key}")


def hide_a_file(world: World, words: Words) -> Ids:
    """One more file of Lan's, with everything a file can have; Anh's agency is only prepared for.

    She has the phone and the paper of a woman whom the outsider knows.
    """
    lan, yen, now = world.lan, world.yen, clock.now()
    file = files.case(lan, phone=PHONE, paper=PAPER)
    with acting(lan):
        person = persons.person(lan, file.person_id)
        people.describe_person(
            person=person, version=person.version, by=lan, called=words.called, name=words.name
        )
    people.note_address(person=person, commune=None, line=words.address, by=lan, now=now)
    ids = {"file": file.code, **_written(file, lan, words.note)}
    draft = _prepare_for_anh(world, file)
    sent = requests.sent(file, service_of(yen), by=lan, message=words.note)
    pathway.accept(referral=sent, by=yen, now=now)
    more = {"packs": ["risk"], "words": words.note, "by": yen, "now": now}
    referrals.ask_more(referral=requests.known(yen, sent), **more)
    stay = protection.admitted(file, yen)
    ids |= {"stay": stay.code, **_life(world, stay, words.note)}
    _others_help(world, file)
    ids |= _talk(world, file, words.note)
    given = support.recorded(file, lan)
    ids |= _plan(world, file, words.note) | _loan(world, file, words.note)
    ids |= _counselled(world, file, words.note)
    ids["result"] = _matched(world, file).pk
    if world.is_blocked:
        ids["block"] = block(world, file).pk
    return {
        **ids,
        "referral": sent.pk,
        "draft": draft.pk,
        "consent": sent.consent_id,
        "support": given.pk,
        "month": "1",
    }


def _matched(world: World, file: Any) -> Any:
    """A round proposed her what it proposed others."""
    offer = Opportunity.objects.get(pk=world.own_ids["opportunity"])
    return rounds.proposed(file, world.own_ids["round"], offer)


def block(world: World, file: Any) -> Any:
    """The outsider must not know of this file, whatever else would let him in."""
    said = {"reason": "relative", "her_word": "wants", "by": world.lan, "now": clock.now()}
    home = world.outsider.agency
    return blocking.block(case=file, agency=home, member=world.outsider, **said)


def _prepare_for_anh(world: World, file: Any) -> Any:
    """Agreed and drafted, never sent: nothing of it is Anh's business yet."""
    if not world.is_partner:
        return requests.draft(file, service_of(world.anh), by=world.lan)
    files.consent(file, world.anh.agency, by=world.lan)
    return requests.draft(file, service_of(world.anh), by=world.lan)


def _others_help(world: World, file: Any) -> None:
    protection.opened(file, world.minh.agency)
    identification.decide_status(case=file, by=world.minh, now=clock.now(), **_decided())
    reintegration.plan(file, by=world.lan)


def _talk(world: World, file: Any, text: str) -> Ids:
    work = talks.given(file, world.yen.agency, by=world.lan, words=text)
    her = {"her_part": "spoken_for", "not_asked": "", "her_words": text}
    called = talks.called(file, world.yen.agency, by=world.lan, place=text, her=her, topics=[text])
    return {"assignment": work.pk, "conference": called.pk}


def _plan(world: World, file: Any, text: str) -> Ids:
    goal = support.wanted(file, world.lan, text)
    step = support.planned(goal, world.yen.agency, by=world.lan, words=text)
    asked = support.assessed(file, world.lan)
    promise = support.promised(world.fund, file, 50, by=world.lan)
    support.paid(promise, 20, by=world.lan)
    # What came in, then what was promised, then what was paid.
    [_first, second, _third] = support.entries(world.lan, world.fund)
    return {
        "goal": goal.pk,
        "step": step.pk,
        "assessment": asked.pk,
        "fund": world.fund.pk,
        "promise": promise.pk,
        "entry": second.pk,
    }


def _box(world: World) -> Ids:
    """A group beside which the outsider's agency stands."""
    anh = world.anh if world.is_partner else world.lan
    box, [saver, _other] = savings.with_savers(anh, 2)
    entry = savings.wrote(saver, "saved", 10_000, by=anh)
    return {"savings": box.pk, "saver": saver.pk, "box": entry.pk}


def _loan(world: World, file: Any, text: str) -> Ids:
    loan = lending.lent(file, world.lan, words=text)
    lending.repaid(loan, 50_000, by=world.lan)
    wish = lending.wished_forgiven(loan, by=world.lan, words=text)
    return {"loan": loan.pk, "press": loan.key, "forgiveness": wish.pk}


def _life(world: World, stay: Any, text: str) -> Ids:
    """What the shelter writes about her days, keeps for her, and where it takes her."""
    found = dwelling.life(stay, world.lan.agency, by=world.yen, words=text)
    return {name: record.pk for name, record in found.items()}


def _counselled(world: World, file: Any, text: str) -> Ids:
    """A counsellor of the holder sees her, one by one and in a group, and raises a danger."""
    thao = world.thao
    course, danger = counselling.begun(file, thao, told=True), counselling.raised(file, thao)
    sitting = counselling.written(course, thao, note=text)
    group = counselling.group(thao)
    seat = counselling.seated(group, file, thao, told=True)
    meeting = counselling.met(group, seat, by=thao, words=text)
    return {
        "course": course.pk,
        "tally": counselling.known(course, thao).tally.pk,
        "sitting": sitting.pk,
        "danger": danger.pk,
        "group": group.pk,
        "seat": seat.pk,
        "meeting": meeting.pk,
    }


def _decided() -> dict[str, Any]:
    from ketnoi.identification.tests import make as identity

    return identity.decided()


def go_on(world: World, words: Words) -> None:
    """Life goes on in the file that the outsider may not open (any more)."""
    lan, file, now = world.lan, world.told, clock.now()
    with acting(lan):
        file.refresh_from_db()
        person = persons.person(lan, file.person_id)
    people.describe_person(
        person=person, version=person.version, by=lan, called=words.called, name=words.name
    )
    people.note_phone(person=person, number="+84987650321", by=lan, now=now)
    cases.describe_case(case=file, version=file.version, risk="low", by=lan, now=now)
    for privacy in ("network", "agency"):
        cases.write_note(case=file, body=words.note, privacy=privacy, kind="visit", by=lan, now=now)
    request = requests.sent(file, service_of(world.yen), by=lan, message=words.note)
    pathway.accept(referral=request, by=world.yen, now=now)
    protection.admitted(file, world.yen)


def share(world: World, until: Any = None) -> Any:
    """She agrees that the outsider's agency is told, it is asked, and Anh says yes."""
    lan, now = world.lan, clock.now()
    [consent] = cases.give_consent(
        case=world.told,
        purpose="safe_place",
        recipients=[world.anh.agency],
        packs=["contact", "need"],
        wording="Em xin phép ghi lại vài điều.",
        language="vi",
        given="spoken",
        until=until,
        by=lan,
        now=now,
    )
    request = requests.draft(world.told, service_of(world.anh), by=lan)
    referrals.send_referral(referral=request, by=lan, now=now)
    pathway.accept(referral=request, by=world.anh, now=now)
    return consent


def give_role(world: World, role: Role) -> None:
    """The outsider gets another role."""
    with writing():
        world.outsider.role = role.value
        world.outsider.save(update_fields=["role"])


def opens_files(role: Role) -> bool:
    """Whether a role opens the files of its agency."""
    return role in OPENS_FILES
