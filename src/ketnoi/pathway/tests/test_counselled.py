"""What is said in confidence, where files are blocked, and where they go to another province."""

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.blocking import actions as blocking
from ketnoi.cases.tests import make as files
from ketnoi.counselling import actions
from ketnoi.counselling.models import Course, Sitting
from ketnoi.counselling.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import acting
from ketnoi.transfers.tests import make as transfers

pytestmark = pytest.mark.django_db


def rows(member, model):
    with acting(member):
        return list(model.objects.all())


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def thao():
    return make.counsellor()


@pytest.fixture
def file(lan, thao):
    case = files.case(lan)
    make.opened(case, thao.agency)
    return case


def block(file, member, by):
    said = {"reason": "relative", "her_word": "wants", "by": by, "now": clock.now()}
    blocking.block(case=file, agency=member.agency, member=member, **said)


def test_whoever_is_blocked_reads_nothing_although_she_wrote_it(file, lan, thao):
    sitting = make.written(make.begun(file, thao), thao)

    block(file, thao, lan)

    assert make.read(sitting, thao) is None
    assert rows(thao, Sitting) == rows(thao, Course) == []


def test_nothing_is_handed_on_to_whoever_is_blocked(file, lan, thao):
    course, ha = make.begun(file, thao), make.counsellor(thao, "Hà")
    block(file, ha, lan)

    with pytest.raises(Refused, match="người khác"):
        actions.hand_on_course(course=make.known(course, thao), to=ha, by=thao, now=clock.now())


def test_a_packet_for_another_province_holds_nothing_of_it():
    scene = transfers.sender()
    thao = make.counsellor(scene.lan)
    make.written(make.begun(scene.file, thao, told=True), thao)

    _moving, data, code = transfers.sent(scene)
    there = agencies.member(agencies.agency("osso", "province"), role="lead")
    arrived = transfers.taken_in(data, code, there)

    assert make.told(arrived, there) == []
    assert make.SECRET.encode() not in data
