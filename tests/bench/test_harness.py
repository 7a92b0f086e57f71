"""The harness: statements counted right, figures in their shape, unknown names refused."""

import json
import os
import time

import pytest
from django.db import connection, transaction

from ketnoi.agencies.models import Agency, Member
from ketnoi.bench import __main__ as front
from ketnoi.bench import processes
from ketnoi.bench.counting import Statements
from ketnoi.bench.figures import Figure, passed, verdict
from ketnoi.bench.serving import answer
from ketnoi.bench.stories import FILES_OF_CODES, letters, story
from ketnoi.cases.rules import ALPHABET
from ketnoi.foundation.actor import NETWORK
from ketnoi.foundation.guard.context import acting, read_only
from tests.bench.test_loading import DAY


def figure(ours: float, **facts) -> Figure:
    return Figure("open.statements", ours, goal=15, **facts)


@pytest.mark.django_db
def test_a_statement_is_counted_and_what_frames_a_transaction_is_not():
    statements = Statements()
    with transaction.atomic(), acting(NETWORK):
        """A process that is new asks once which keys are in use."""

    with connection.execute_wrapper(statements), transaction.atomic(), acting(NETWORK):
        read_only()
        list(Agency.objects.all())
        list(Member.objects.filter(user_id=1).select_related("agency"))

    assert statements.by_purpose() == {"context": 2, "page": 1, "member": 1}


def test_the_last_line_says_all_of_it():
    told = json.loads(
        verdict([figure(12, must=True), Figure("open.cpu_ms", 31.25, 30, ratio=6.25)])
    )

    assert told == {
        "ok": True,
        "figures": [
            {
                "name": "open.statements",
                "ours": 12,
                "peer": None,
                "ratio": None,
                "goal": 15,
                "ok": True,
            },
            {
                "name": "open.cpu_ms",
                "ours": 31.25,
                "peer": None,
                "ratio": 6.25,
                "goal": 30,
                "ok": False,
            },
        ],
    }


def test_only_a_missed_must_fails():
    assert passed([figure(15, must=True), figure(16)])
    assert not passed([figure(16, must=True)])
    assert "FAILED" in figure(16, must=True).line


def test_an_unknown_measurement_is_told_which_there_are(capsys):
    assert front.main(["dance"]) == front.MISUSE
    assert front.main([]) == front.MISUSE
    assert "pages" in capsys.readouterr().err


def test_cpu_time_is_seen_from_outside_and_memory_too():
    before = processes.cpu_ns(os.getpid())
    until = time.process_time() + 0.05
    while time.process_time() < until:
        pass

    assert processes.cpu_ns(os.getpid()) - before >= 50_000_000
    assert processes.pss_mb([os.getpid()]) > 1
    assert processes.cpu_ns(2**22 + 1) == 0


def test_codes_never_repeat_and_a_story_is_the_same_each_time():
    drawn = {letters(number, ALPHABET) for number in range(5000)}

    assert len(drawn) == 5000 < FILES_OF_CODES
    assert story(7, until=DAY) == story(7, until=DAY)
    assert all(step.at <= DAY for step in story(7, until=DAY).steps)


@pytest.mark.django_db(transaction=True)
def test_the_program_is_asked_as_a_web_server_asks_it():
    from ketnoi.site.wsgi import application

    status, body = answer(
        application, {"path": "/robots.txt", "body": "", "cookies": "", "expected": ""}
    )

    assert status == 200
    assert "Disallow" in body
