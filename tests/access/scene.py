"""One scene for the whole matrix: a file, its holder, two agencies that take part, a stranger."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from ketnoi.agencies.models import Party
from ketnoi.agencies.terms import Role
from ketnoi.agencies.tests import make as agencies
from ketnoi.blocking import actions as blocking
from ketnoi.cases import actions as attachments
from ketnoi.cases import actions as cases_actions
from ketnoi.cases import queries as files
from ketnoi.cases.models import EmergencyOpening
from ketnoi.cases.tests import make as cases
from ketnoi.conferences.tests import make as talks
from ketnoi.counselling import queries as counselled
from ketnoi.counselling.tests import make as counsellors
from ketnoi.drives.tests import make as giving
from ketnoi.dwelling.tests import make as dwelling
from ketnoi.foundation import clock, links
from ketnoi.foundation.action import writing
from ketnoi.foundation.envelope import spoken
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.uploads import Fit, Media
from ketnoi.intake.tests import answering, calling
from ketnoi.lending.tests import make as loans
from ketnoi.lending.tests import make_groups as savings
from ketnoi.linkage.tests import make as lists
from ketnoi.livelihood.tests import make as offers
from ketnoi.merging.tests import make as files_of_one
from ketnoi.osso import queries as walked
from ketnoi.osso.tests import make as offices
from ketnoi.people import actions as people_actions
from ketnoi.people import queries as people
from ketnoi.protection import actions as protection
from ketnoi.recognition.models import Approach
from ketnoi.recognition.tests import make as meetings
from ketnoi.referrals import actions as referrals
from ketnoi.referrals.tests import make as requests
from ketnoi.reintegration import actions as reintegration
from ketnoi.rights import actions as rights
from ketnoi.rounds.tests import make as matched
from ketnoi.support.tests import make as plans
from ketnoi.transfers import actions as transfer_actions
from ketnoi.transfers.actions.sending import RECEIPT
from ketnoi.transfers.models import Transfer
from ketnoi.transfers.tests import make as transfers
from ketnoi.vigilance.tests import make as tips

RELATIONS = ("holder", "partner", "police", "rescuer", "stranger")


@dataclass
class Scene:
    """What the acts of the matrix act upon, and who acts."""

    lan: Any
    yen: Any
    minh: Any
    file: Any
    consent: Any
    draft: Any
    sent: Any
    accepted: Any
    serving: Any
    closed: Any
    service: Any
    other_service: Any
    phone: Any
    hold: Any
    wish: Any
    erasable: Any
    stay: Any
    follow_up: Any
    closing: Any
    tie: Any
    paper: Any
    attachment: Any
    kim: Any
    opening: Any
    witness: Any
    unsigned: Any
    signed: Any
    brought: Any
    pair: Any
    twin: Any
    question: Any
    approach: Any
    merge: Any
    link: Any
    block: Any
    asked: Any
    goal: Any
    fund: Any
    promise: Any
    loan: Any
    forgiveness: Any
    saver: Any
    guest: Any
    step: Any
    work: Any
    talk: Any
    begun: Any
    proposed: Any
    on_its_way: Any
    told: str
    returned: Any
    wished: Any
    min: Any
    planned: Any
    session: Any
    drive: Any
    bare: Any
    over: Any
    tip: Any
    to_workshop: Any
    handed: Any
    needed: Any
    pledge: Any
    came: Any
    evidence: Any
    callback: Any
    callback_taken: Any
    call: Any
    missed: Any
    life: dict[str, Any]
    course: Any
    sitting: Any
    tally: Any
    danger: Any
    group: Any
    dung: Any
    round: Any
    result: Any


def build() -> Scene:
    """A file of Lan's agency, with a referral to Yến's agency in each state that matters."""
    lan = agencies.member(agencies.agency("women_union"), name="Lan")
    yen = agencies.member(agencies.agency("shelter", "province"), name="Yến")
    minh = agencies.member(agencies.agency("police", "province"), name="Minh")
    file = cases.case(lan, phone=cases.PHONE, paper=cases.PAPER)
    bed = requests.service(yen.agency, "safe_place")
    other = requests.service(minh.agency, "identification")
    accepted, serving, closed = (requests.sent(file, bed, by=lan) for _ in range(3))
    sent, draft = requests.sent(file, bed, by=lan), requests.draft(file, bed, by=lan)
    verifying = requests.sent(file, other, by=lan)
    referrals.accept_referral(referral=verifying, by=minh, now=clock.now())
    for referral in (accepted, serving, closed):
        referrals.accept_referral(referral=referral, by=yen, now=clock.now())
    for referral in (serving, closed):
        referrals.begin_service(referral=referral, by=yen, now=clock.now())
    more = {"packs": ["risk"], "words": "…", "by": yen, "now": clock.now()}
    referrals.ask_more(referral=requests.known(yen, serving), **more)
    referrals.close_referral(referral=closed, outcome="met", by=yen, now=clock.now())
    with acting(lan):
        consent = files.consents_of(file)[0]
        consent = files.consent_in(file, consent.pk)
        phone = _phone(lan, file)
    hold = people_actions.hold_data(
        person=phone.person, ground="court", source="…", until=None, by=lan, now=clock.now()
    )
    erasable = people_actions.take_down_person(by=lan, now=clock.now(), called="Út")
    wish = rights.take_request(
        case=file,
        right="copy",
        asker="herself",
        check_made="known",
        words="…",
        by=lan,
        now=clock.now(),
    )
    lead = agencies.member(yen.agency, "lead", name="Hạnh")
    places = {"women": 3, "mother_child": 0, "accessible": 1}
    protection.set_places(places=places, by=lead, now=clock.now())
    agencies.gone(lead)
    stay = protection.admit(
        case=file,
        unit="women",
        address="…",
        admitted_at=clock.now(),
        house_rules_read=True,
        by=yen,
        now=clock.now(),
    )
    twin = cases.case(lan)
    question = meetings.asked(twin, lan)
    visits = reintegration.plan_follow_ups(case=file, start=clock.now(), by=lan, now=clock.now())
    paper = Fit(Media.PDF, b"%PDF-")
    attachment = attachments.attach(
        case=file, file=paper, kind="other", title="", privacy="network", by=lan, now=clock.now()
    )
    kim = agencies.member(agencies.agency("osso"), name="Kim")
    said = {"reason": "danger", "words": "…", "by": kim, "now": clock.now()}
    cases_actions.open_in_emergency(code=file.code, **said)
    with acting(kim):
        opening = files.emergency(kim, EmergencyOpening.objects.get(member=kim).pk)
    about = {"kind": "child", "lives": "her", "carer": "her", "called": "Tí"}
    tie = people_actions.add_relative(person=phone.person, by=lan, now=clock.now(), **about)
    brought = lists.brought([("Út", "2003", "", "", "")], by=lan)
    pair = lists.pair(by=lan)
    fund = _fund(yen)
    return Scene(
        fund=fund,
        promise=plans.promised(fund, file, 50, by=yen),
        kim=kim,
        opening=opening,
        witness=agencies.witness(),
        unsigned=agencies.proposed([lan.agency, yen.agency]).parties.get(agency=lan.agency),
        signed=Party.objects.get(agency=lan.agency, agreement__title=agencies.TRIAL),
        brought=brought,
        pair=pair,
        lan=lan,
        yen=yen,
        minh=minh,
        file=file,
        consent=consent,
        draft=draft,
        sent=sent,
        accepted=accepted,
        serving=serving,
        closed=closed,
        service=bed,
        other_service=other,
        phone=phone,
        hold=hold,
        wish=wish,
        erasable=erasable,
        stay=stay,
        life=dwelling.life(stay, lan.agency, by=yen),
        follow_up=visits[0],
        closing=reintegration.propose_closing(
            case=cases.case(lan), reason="goals_met", by=lan, now=clock.now()
        ),
        tie=tie,
        paper=paper,
        attachment=attachment,
        twin=twin,
        question=question,
        approach=_approach(lan),
        link=referrals.issue_link(referral=accepted, way="sheet", by=lan, now=clock.now())[0],
        merge=files_of_one.merged(cases.case(lan), cases.case(lan), by=lan),
        block=block(file, agencies.member(lan.agency, name="Tú"), by=lan),
        asked=plans.assessed(file, lan),
        goal=plans.wanted(file, lan),
        step=_step(file, yen, lan),
        **_loans(file, yen),
        work=talks.given(file, yen.agency, by=lan),
        talk=talks.called(file, yen.agency, by=lan),
        begun=talks.called(file, yen.agency, by=lan, hours=-1, now=clock.now() - timedelta(days=1)),
        **_going_away(lan),
        **_one_stop(kim),
        **giving.scene(lan),
        **tips.scene(lan, minh),
        to_workshop=offers.linked(cases.case(lan), lan),
        **calling.scene(lan),
        **answering.scene(lan),
        **_counselled(file, yen),
        **_matched(file),
    )


def _step(file: Any, yen: Any, lan: Any) -> Any:
    """A step of the plan that lies with Yến's agency, to a goal of its own."""
    step = plans.planned(plans.wanted(file, lan, area="skills"), yen.agency, by=lan)
    return plans.known(lan, step)


def _fund(yen: Any) -> Any:
    """A fund of Yến's agency, which a lead opened who has left since."""
    lead = agencies.member(yen.agency, "lead", name="Mơ")
    fund = plans.fund(lead, 100)
    agencies.gone(lead)
    return fund


def _loans(file: Any, yen: Any) -> dict[str, Any]:
    """A loan of Yến's agency, her wish to forgive another one, and a group with two members."""
    loan, hard = loans.lent(file, yen), loans.lent(file, yen)
    box, [saver, guest] = savings.with_savers(yen, 2)
    savings.met(box, {saver: 2}, by=yen)
    wish = loans.wished_forgiven(hard, by=yen)
    return {"loan": loan, "forgiveness": wish, "saver": saver, "guest": guest}


def _going_away(lan: Any) -> dict[str, Any]:
    """A transfer that waits for a lead, and one that waits for its receipt, which was told."""
    second, told = agencies.member(lan.agency, "lead", name="Mai"), spoken.new(RECEIPT)
    proposed, way = (transfers.started(cases.case(lan), by=lan, packs=("need",)) for _ in range(2))
    transfer_actions.approve_transfer(transfer=way, by=second, now=clock.now())
    mark = links.code_mark(way.pk, told)
    with writing(), acting(lan):
        made = {"state": "sent", "packet": b"sealed", "receipt_mark": mark}
        Transfer.objects.filter(pk=way.pk).update(**made)
    agencies.gone(second)
    way = transfers.fresh(way.case, lan)
    return {"proposed": proposed, "on_its_way": way, "told": told}


def _one_stop(kim: Any) -> dict[str, Any]:
    """A file of the office of the rescuer, with something of each kind."""
    file = offices.case(kim)
    offices.walked_in(file, "legal", by=kim, family=[offices.child()])
    with acting(kim):
        [wish], [tie] = walked.wishes_of(file, kim), walked.clients_of(file, kim)
    wish.case = file
    about = {"returned": file, "wished": wish, "min": tie}
    planned, held = offices.planned(file, by=kim), offices.held(file, by=kim)
    return {**about, "planned": planned, "session": held}


def _counselled(file: Any, yen: Any) -> dict[str, Any]:
    """What a counsellor of Yến's agency wrote, and a danger she raised."""
    thao = counsellors.counsellor(yen)
    course = counsellors.begun(file, thao, told=True)
    raised = counsellors.raised(file, thao)
    group = counsellors.group(thao)
    written = counsellors.written(course, thao)
    # As somebody else would have them: with nothing that was opened.
    with acting(thao):
        course = counselled.course_in(thao, file.code, course.pk)
        sitting = counselled.sitting_in(thao, file.code, written.pk)
        group = counselled.group(thao, group.pk)
    found = {"course": course, "sitting": sitting, "tally": course.tally}
    return {**found, "danger": raised, "group": group}


def _matched(file: Any) -> dict[str, Any]:
    """A round that was announced, and what one proposed in the file of the scene."""
    dung = matched.job_centre()
    round_, offer = matched.announced(dung), matched.offer(dung)
    result = matched.proposed(file, round_.pk, offer)
    return {"dung": dung, "round": round_, "result": result}


def block(file: Any, member: Any, *, by: Any) -> Any:
    """Somebody must not know of the file."""
    said = {"reason": "relative", "her_word": "wants", "by": by, "now": clock.now()}
    return blocking.block(case=file, agency=member.agency, member=member, **said)


def actor(scene: Scene, relation: str, role: Role) -> Any:
    """Somebody with this role at the holder, at an agency that takes part, or elsewhere."""
    homes = {"holder": scene.lan, "partner": scene.yen, "police": scene.minh, "rescuer": scene.kim}
    home = homes[relation].agency if relation in homes else agencies.agency("women_union")
    return agencies.member(home, role=role.value, name="Người thử")


def _approach(member: Any) -> Any:
    """A third agency asks, and the question arrives at the file of the scene."""
    kim = agencies.member(agencies.agency("osso", "province"), name="Kim")
    meetings.asked(cases.case(kim, paper=cases.PAPER), kim)
    meetings.a_round()
    with acting(member):
        return Approach.objects.select_related("case__key").get()


def _phone(member: Any, file: Any) -> Any:
    person = people.person(member, file.person_id)
    return people.phones_of(person)[0]
