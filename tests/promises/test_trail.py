"""The trail: one line for each action, unbroken, and no change of it goes unnoticed."""

import pytest
from django.db import ProgrammingError, connection, connections

from ketnoi.agencies.models import Agency
from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.action import LeftNoTrail, action, note
from ketnoi.foundation.trail.verify import verify

BOTH = ["default", "owner"]
TAMPERING = {
    "an edited line": "UPDATE kn_trail SET verb = 'case.closed' WHERE verb = 'note.written'",
    "an edited fact": "UPDATE kn_trail SET facts = '{}' WHERE verb = 'note.written'",
    "a line taken out": "DELETE FROM kn_trail WHERE verb = 'note.written'",
    "the tail cut off": "DELETE FROM kn_trail t WHERE seq = "
    "(SELECT max(seq) FROM kn_trail WHERE chain = t.chain) AND seq > 1",
    "a head taken out": "DELETE FROM kn.trail_head WHERE seq > 1",
    "a head moved back": "UPDATE kn.trail_head SET seq = seq - 1 WHERE seq > 1",
    "two lines swapped": "UPDATE kn_trail SET seq = seq + 1000 WHERE seq IN (1, 2); "
    "UPDATE kn_trail SET seq = 1003 - seq WHERE seq IN (1001, 1002)",
}


@pytest.fixture
def story():
    lan = agencies.member()
    file = cases.case(lan)
    actions.write_note(
        case=file, body="Đã gọi", privacy="agency", kind="call", by=lan, now=clock.now()
    )
    actions.close_case(case=file, reason="her_wish", by=lan, now=clock.now())
    return lan, file


@pytest.mark.django_db(transaction=True, databases=BOTH)
def test_an_untouched_trail_verifies(story):
    assert verify() == []


@pytest.mark.django_db(transaction=True, databases=BOTH)
@pytest.mark.parametrize("how", TAMPERING)
def test_tampering_by_the_owner_of_the_database_is_noticed(story, how):
    with connections["owner"].cursor() as cursor:
        cursor.execute(TAMPERING[how])

    assert verify() != []


@pytest.mark.django_db(transaction=True, databases=BOTH)
@pytest.mark.parametrize("statement", ["UPDATE kn_trail SET verb = 'x'", "DELETE FROM kn_trail"])
def test_the_application_cannot_touch_the_trail(story, statement):
    with pytest.raises(ProgrammingError, match="permission denied"), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.django_db
def test_an_action_that_says_nothing_is_undone():
    @action
    def silent(*, by):
        return agencies.agency()

    count = Agency.objects.count()
    with pytest.raises(LeftNoTrail):
        silent(by=agencies.member())

    assert Agency.objects.count() == count + 1


@pytest.mark.django_db
def test_a_line_holds_no_words():
    lan = agencies.member()
    file = cases.case(lan)

    @action
    def talkative(*, by):
        note("case.told", by=by, about=file, words="Nguyễn Thị Hoa")

    with pytest.raises(ValueError, match="must be a code"):
        talkative(by=lan)
