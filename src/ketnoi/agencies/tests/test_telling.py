"""Members hear that something waits, and nothing else; a letter that fails is sent later."""

import email
import uuid

import pytest
from django.core import mail
from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob as Job
from procrastinate.periodic import PeriodicRegistry

from ketnoi.agencies import actions, jobs
from ketnoi.agencies.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import WroteOutsideAction
from ketnoi.foundation.jobs import app

SENTENCE = "Bạn có 1 việc mới trong Kết Nối."
FILES = "django.core.mail.backends.filebased.EmailBackend"
NO_SERVER = "django.core.mail.backends.smtp.EmailBackend"


def run_worker():
    """What a worker does until nothing is left that can be done now.

    Without the jobs of the clock: those are put into the queue by a thread that may outlive the
    worker, and would then stand in the database of the next test.
    """
    connector, clockwork = app.connector.get_worker_connector(), app.periodic_registry
    app.periodic_registry = PeriodicRegistry()
    try:
        with app.replace_connector(connector) as worker:
            worker.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)
    finally:
        app.periodic_registry = clockwork


def agency_with_addresses():
    agency = make.agency()
    for name in ("Lan", "Mai"):
        make.reached_at(make.member(agency, name=name), f"{name.lower()}@vidu.vn")
    return agency


def tell_later(agency):
    with make.writing():
        actions.tell_later(agency_id=agency.pk)


@pytest.mark.django_db
def test_telling_is_a_part_of_something_that_is_done():
    with pytest.raises(WroteOutsideAction):
        actions.tell_later(agency_id=uuid.uuid4())


@pytest.mark.django_db
def test_the_job_is_kept_with_the_transaction_and_names_ids_only():
    agency = agency_with_addresses()
    with transaction.atomic():
        tell_later(agency)
        assert Job.objects.count() == 1
        transaction.set_rollback(True)
    assert Job.objects.count() == 0

    tell_later(agency)

    assert [job.args for job in Job.objects.all()] == [{"agency_id": str(agency.pk)}]


@pytest.mark.django_db
def test_while_one_word_is_under_way_no_second_is_sent():
    agency, other = agency_with_addresses(), agency_with_addresses()

    for each in (agency, agency, other):
        tell_later(each)

    assert Job.objects.count() == 2


@pytest.mark.django_db
def test_each_who_works_on_files_there_is_told_by_herself():
    agency = agency_with_addresses()
    make.member(agency, name="Chưa có địa chỉ")
    make.reached_at(make.member(agency, "admin", "Quân"), "quan@vidu.vn")
    gone = make.reached_at(make.member(agency, name="Đã nghỉ"), "nghi@vidu.vn")
    make.reached_at(make.member(name="Nơi khác"), "khac@vidu.vn")
    lead = make.member(agency, "lead", "Sơn")
    actions.let_member_go(member=gone, by=lead, now=clock.now())

    jobs.tell_agency(agency_id=str(agency.pk))

    told = Job.objects.filter(task_name="ketnoi.agencies.jobs.tell_member")
    for job in told:
        jobs.tell_member(**job.args)
    assert sorted(letter.to for letter in mail.outbox) == [["lan@vidu.vn"], ["mai@vidu.vn"]]
    assert {(letter.subject, letter.body) for letter in mail.outbox} == {(SENTENCE, SENTENCE)}


@pytest.mark.django_db(transaction=True)
def test_a_worker_sends_the_one_sentence_and_nothing_else(tmp_path, settings):
    settings.EMAIL_BACKEND, settings.EMAIL_FILE_PATH = FILES, tmp_path
    tell_later(agency_with_addresses())

    run_worker()

    letters = [email.message_from_bytes(p.read_bytes()) for p in tmp_path.iterdir()]
    assert len(letters) == 2
    bodies = {letter.get_payload(decode=True).decode().partition("\n---")[0] for letter in letters}
    assert {body.strip() for body in bodies} == {SENTENCE}
    assert set(Job.objects.values_list("status", flat=True)) == {"succeeded"}


@pytest.mark.django_db(transaction=True)
def test_while_the_mail_server_is_down_letters_wait(settings):
    settings.EMAIL_BACKEND, settings.EMAIL_PORT = NO_SERVER, 1
    tell_later(agency_with_addresses())

    run_worker()

    waiting = Job.objects.filter(task_name="ketnoi.agencies.jobs.tell_member")
    assert {(job.status, job.attempts) for job in waiting} == {("todo", 1)}
    assert all(job.scheduled_at is not None for job in waiting)
