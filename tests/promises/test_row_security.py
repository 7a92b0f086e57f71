"""The application's role reads nothing without a member, and never another member's rows."""

import threading
from random import Random

import pytest
from django.db import connection, connections, transaction

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.models import Case, Consent, Note, Task
from ketnoi.cases.tests import make as cases
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.people.models import Person, Phone

GUARDED = (Case, Consent, Note, Task, Person, Phone, Line)
TURNS, THREADS, FILES = 1000, 4, 5


@pytest.mark.django_db
@pytest.mark.parametrize("model", GUARDED)
def test_without_a_member_the_application_reads_no_row(model):
    lan = agencies.member()
    file = cases.case(lan, phone=cases.PHONE)
    cases.consent(file, agencies.agency(), by=lan)

    assert model.objects.count() == 0
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user"
        )
        assert cursor.fetchone() == ("ketnoi_app", False, False)


@pytest.fixture
def pool():
    """New threads share fewer connections than there are threads."""
    options = connections.settings["default"]["OPTIONS"]
    options["pool"] = {"min_size": 1, "max_size": THREADS - 1}
    yield
    connections.create_connection("default").close_pool()
    del options["pool"]


@pytest.mark.django_db(transaction=True)
def test_a_thousand_interleaved_transactions_through_the_pool_leak_nothing(pool):
    members = [agencies.member(name=f"Người {n}") for n in range(6)]
    own = {m.pk: {cases.case(m).pk for _ in range(FILES)} for m in members}
    leaks, servers = [], set()
    dice = Random(20261124)  # noqa: S311 - a fixed order, no secret
    turns = [dice.choice([*members, None]) for _ in range(TURNS)]

    def work(mine):
        for member in mine:
            with transaction.atomic():
                servers.add(connection.connection.info.backend_pid)
                if member is None:
                    seen, right = set(Case.objects.values_list("pk", flat=True)), set()
                else:
                    with acting(member):
                        seen = set(Case.objects.values_list("pk", flat=True))
                    right = own[member.pk]
                if seen != right:
                    leaks.append(f"{len(seen)} rows for {member}")
            connection.close()

    threads = [threading.Thread(target=work, args=(turns[n::THREADS],)) for n in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert leaks == []
    assert 1 < len(servers) < THREADS
