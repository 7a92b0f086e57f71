"""Each way she chose tells her; one that fails is tried again, and in the end a letter goes."""

import smtplib
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core import mail
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob as Job

from ketnoi.agencies import actions, jobs, queries
from ketnoi.agencies.tests import make
from ketnoi.agencies.tests.test_telling import run_worker
from ketnoi.foundation import calling, clock
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.notices import NotHeard
from ketnoi.foundation.tests.hearing import listening

SENTENCE = "Bạn có 1 việc mới trong Kết Nối."
BACK_ENDS = "ketnoi.foundation.notices"
NUMBER = "+84912345678"
WORD = "ketnoi.agencies.jobs.ring_bell"
LAST = 24


@pytest.fixture
def ear():
    with listening() as heard:
        yield heard


@pytest.fixture(autouse=True)
def real(settings, tmp_path, ear):
    """Real back ends that reach the ear, and no other."""
    settings.NOTICE_CONTACT = "quan-tri@vidu.vn"
    body = {"to": "{to}", "text": "{text}"}
    settings.NOTICE_GATEWAYS = {kind: {"url": ear.url, "body": body} for kind in ("sms", "zalo")}
    settings.NOTICE_CHANNELS = {
        "mail": f"{BACK_ENDS}.Mail",
        "push": f"{BACK_ENDS}.push.WebPush",
        "sms": f"{BACK_ENDS}.gateways.Sms",
        "zalo": f"{BACK_ENDS}.gateways.Zalo",
    }


@pytest.fixture
def lan(db):
    return make.reached_at(make.member(name="Lan"), "lan@vidu.vn")


def tell(member):
    jobs.tell_member(member_id=str(member.pk))


def ring(attempts=0):
    """Do what waits, as a worker that has tried so often before; what fails is told."""
    failed = []
    for job in Job.objects.filter(task_name=WORD, status="todo"):
        try:
            context = SimpleNamespace(job=SimpleNamespace(attempts=attempts))
            jobs.ring_bell.func(context, **job.args)
        except NotHeard as why:
            failed.append(why)
    return failed


def write_letters():
    for job in Job.objects.filter(task_name__endswith="tell_by_mail"):
        jobs.tell_by_mail(**job.args)
    return [letter.to for letter in mail.outbox]


def rings_for(member):
    with acting(member):
        return [bell.kind for bell in queries.bells_of(member)]


def test_without_a_choice_she_is_told_by_letter(lan, ear):
    tell(lan)

    assert [letter.to for letter in mail.outbox] == [["lan@vidu.vn"]]
    assert ear == []


def test_every_way_she_chose_tells_her_and_each_is_a_job_of_its_own(lan, ear):
    make.told_on(lan, ear.url + "may")
    make.number_of(lan, "sms")
    make.number_of(lan, "zalo")
    tell(lan)

    assert ring() == []
    assert write_letters() == [["lan@vidu.vn"]]
    assert len(ear) == 3


def test_without_letters_only_the_rest_tells_her(lan, ear):
    make.number_of(lan)
    actions.choose_mail(wanted=False, by=lan)
    tell(lan)

    assert ring() == []
    assert write_letters() == []
    assert len(ear) == 1


def test_the_jobs_name_ids_only(lan, ear):
    bell = make.number_of(lan)
    tell(lan)

    told = Job.objects.exclude(task_name__endswith="send_code")
    assert [job.args for job in told.order_by("id")] == [
        {"bell_id": str(bell.pk)},
        {"member_id": str(lan.pk)},
    ]


@pytest.mark.parametrize("answer", [404, 410])
def test_a_device_that_is_gone_is_forgotten_and_a_letter_goes(lan, ear, answer):
    make.told_on(lan, ear.url + "may")
    actions.choose_mail(wanted=False, by=lan)
    ear.answers = answer
    tell(lan)

    assert ring() == []
    assert write_letters() == [["lan@vidu.vn"]]
    assert rings_for(lan) == []


def test_a_gateway_that_refuses_for_good_is_not_asked_again_and_a_letter_goes(lan, ear):
    make.number_of(lan)
    actions.choose_mail(wanted=False, by=lan)
    ear.answers = 400
    tell(lan)

    assert ring() == []
    assert write_letters() == [["lan@vidu.vn"]]
    assert rings_for(lan) == ["sms"]


def test_a_gateway_that_fails_is_tried_again_and_at_the_very_last_a_letter_goes(lan, ear):
    make.number_of(lan)
    actions.choose_mail(wanted=False, by=lan)
    ear.answers = 503
    tell(lan)

    assert len(ring(attempts=LAST - 1)) == 1
    assert write_letters() == []
    assert len(ring(attempts=LAST)) == 1
    assert write_letters() == [["lan@vidu.vn"]]


def test_what_was_stopped_while_the_word_was_under_way_is_told_by_letter(lan, ear):
    bell = make.number_of(lan)
    actions.choose_mail(wanted=False, by=lan)
    tell(lan)
    actions.stop_bell(bell=bell, by=lan, now=clock.now())

    assert ring() == []
    assert ear == []
    assert write_letters() == [["lan@vidu.vn"]]


def test_who_left_meanwhile_hears_nothing(lan, ear):
    make.number_of(lan)
    tell(lan)
    lead = make.member(lan.agency, "lead", "Sơn")
    actions.let_member_go(member=lan, by=lead, now=clock.now())
    tell(lan)

    assert ring() == []
    assert write_letters() == []
    assert ear == []


def test_the_sentence_is_all_that_leaves_and_a_code_she_asked_for(lan, ear):
    """Canary: whatever the database knows of her, her agency or her files leaves with nothing."""
    make.told_on(lan, ear.url + "may")
    make.number_of(lan, "zalo")
    bell = actions.give_number(kind="sms", number=NUMBER, by=lan, now=clock.now())
    jobs.send_code(bell_id=str(bell.pk))
    code = ear[-1][1].split('"text": "')[1][:6]
    assert actions.confirm_number(bell=bell, code=code, by=lan, now=clock.now())
    tell(lan)
    ring()
    write_letters()

    words = [SENTENCE, f"{code} là mã của bạn trong Kết Nối."]
    bodies = [body.encode().decode("unicode_escape") for _headers, body in ear]
    said = {part for body in bodies for part in body.split('"') if part.strip(" {}:,")}
    assert said == {"to", "text", NUMBER, *words}
    letters = {(letter.subject, letter.body) for letter in mail.outbox}
    assert letters == {(SENTENCE, SENTENCE)}
    known = [lan.name, lan.agency.name, lan.user.username, lan.user.email, str(lan.pk)]
    sent = str([headers for headers, _body in ear])
    assert [word for word in known if word in sent] == []


def hours_pass(of):
    """The worker is woken whenever it wanted to be, until six hours have gone by."""
    waited = timedelta()
    while waited < timedelta(hours=6):
        run_worker()
        waiting = Job.objects.filter(task_name=of, status="todo")
        nexts = sorted(waiting.values_list("scheduled_at", flat=True))
        assert nexts, "nothing waits any more: a notice is lost"
        waited += nexts[0] - timezone.now()
        waiting.update(scheduled_at=timezone.now())
    return waited


@pytest.mark.django_db(transaction=True)
def test_a_gateway_that_was_down_for_six_hours_tells_each_notice_once(ear):
    told = [make.member(name=name) for name in ("Lan", "Mai", "Tư")]
    for number, member in enumerate(told):
        make.number_of(member, number=f"+8491234567{number}")
        actions.choose_mail(wanted=False, by=member)
    Job.objects.all().delete()
    ear.answers = 503
    for member in told:
        tell(member)
    hours_pass(WORD)

    ear.clear()
    ear.answers = 200
    for _again in range(2):
        run_worker()

    assert len({body for _headers, body in ear}) == len(ear) == 3
    assert set(Job.objects.values_list("status", flat=True)) == {"succeeded"}
    assert mail.outbox == []


@pytest.mark.django_db(transaction=True)
def test_a_mail_server_that_was_down_for_six_hours_sends_each_letter_once(monkeypatch):
    told = [make.reached_at(make.member(name=n), f"{n}@vidu.vn") for n in ("lan", "mai")]
    is_down = True

    def deliver(back_end, messages):
        if is_down:
            raise smtplib.SMTPServerDisconnected
        mail.outbox.extend(messages)
        return len(messages)

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", deliver)
    for member in told:
        jobs.tell_member.defer(member_id=str(member.pk))
    hours_pass("ketnoi.agencies.jobs.tell_member")
    assert mail.outbox == []

    is_down = False
    for _again in range(2):
        run_worker()

    assert sorted(letter.to for letter in mail.outbox) == [["lan@vidu.vn"], ["mai@vidu.vn"]]


@pytest.mark.django_db(transaction=True)
def test_no_transaction_waits_for_the_network(ear, monkeypatch):
    really, held = calling.post, []

    def post(*said):
        held.append(connection.in_atomic_block)
        return really(*said)

    monkeypatch.setattr(calling, "post", post)
    lan = make.reached_at(make.member(name="Lan"), "lan@vidu.vn")
    make.told_on(lan, ear.url + "may")
    make.number_of(lan)
    actions.give_number(kind="zalo", number=NUMBER, by=lan, now=clock.now())
    jobs.tell_member.defer(member_id=str(lan.pk))
    run_worker()

    # The device, the number, and the code for the new number; the other code is confirmed already.
    assert held == [False] * 3


def test_a_letter_that_cannot_go_holds_up_nothing_else(lan, ear, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1
    make.number_of(lan)
    tell(lan)

    assert ring() == []
    assert len(ear) == 1


def test_one_way_that_fails_is_no_reason_for_another_to_tell_her_twice(lan, ear, settings):
    make.told_on(lan, ear.url + "may")
    make.number_of(lan)
    settings.NOTICE_GATEWAYS = {"sms": {"url": "http://127.0.0.1:1/", "body": {"t": "{text}"}}}
    tell(lan)

    assert len(ring()) == 1
    assert [body for _headers, body in ear] == [""]
