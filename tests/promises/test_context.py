"""Who acts is known for one transaction: threads share connections, and nobody inherits it."""

import threading

import pytest
from django.db import DatabaseError, connection, connections, transaction

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.models import Case
from ketnoi.cases.tests import make as cases
from ketnoi.foundation.guard.context import acting

THREADS, TURNS, CONNECTIONS = 8, 40, 3


@pytest.fixture
def pool():
    """Threads share fewer connections than there are threads."""
    options = connections.settings["default"]["OPTIONS"]
    options["pool"] = {"min_size": 1, "max_size": CONNECTIONS}
    yield
    connections.create_connection("default").close_pool()
    del options["pool"]


def own_files(member):
    with transaction.atomic(), acting(member):
        mine = set(Case.objects.values_list("pk", flat=True))
    with transaction.atomic():
        left_over = Case.objects.count()
    return mine, left_over


def in_threads(work, count):
    threads = [threading.Thread(target=work, args=(n,)) for n in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.mark.django_db(transaction=True)
def test_eight_threads_of_two_members_on_few_connections_see_their_own_only(pool):
    members = [agencies.member(name=name) for name in ("Lan", "Yến")]
    own = [{cases.case(m).pk for _ in range(3)} for m in members]
    wrong, turns = [], []

    def work(thread):
        who = thread % 2
        for _ in range(TURNS):
            mine, left_over = own_files(members[who])
            turns.append(thread)
            if mine != own[who] or left_over:
                wrong.append((thread, len(mine), left_over))
            connection.close()

    in_threads(work, THREADS)

    assert wrong == []
    assert len(turns) == THREADS * TURNS


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_a_request_that_is_killed_leaves_nobody_behind(pool):
    lan = agencies.member()
    cases.case(lan)
    died, left_over = [], []

    def work(_thread):
        try:
            with transaction.atomic(), acting(lan):
                kill(connection.connection.info.backend_pid)
                Case.objects.count()
        except DatabaseError:
            died.append(True)
        connection.close()
        left_over.append(Case.objects.count())
        connections.close_all()

    in_threads(work, 1)

    assert (died, left_over) == ([True], [0])


def kill(process):
    """As when the server is stopped under a request (a signal to our own test server)."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [process])


@pytest.mark.django_db
def test_who_acted_is_forgotten_with_the_transaction_also_when_it_fails():
    lan = agencies.member()
    cases.case(lan)

    with pytest.raises(ValueError, match="broken"), transaction.atomic(), acting(lan):
        assert Case.objects.count() == 1
        raise ValueError("broken")

    assert Case.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_acting_needs_a_transaction_that_forgets_who_it_was():
    lan = agencies.member()

    with pytest.raises(RuntimeError, match="needs a transaction"), acting(lan):
        pass
