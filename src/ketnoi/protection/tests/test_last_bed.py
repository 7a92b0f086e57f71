"""The last bed, wanted twice at the same moment."""

from threading import Barrier, Thread

import pytest
from django.db import connections

from ketnoi.agencies.tests import make as agencies
from ketnoi.directory import actions as directory
from ketnoi.directory import queries as services
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import reading
from ketnoi.protection.models import Beds, ShelterStay
from ketnoi.protection.tests import make

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def yen():
    return make.officer("shelter", name="Yến")


def at_once(*acts):
    """Each of these in a thread and a connection of its own; what each was told."""
    together, told = Barrier(len(acts)), []

    def run(act):
        together.wait()
        try:
            act()
            told.append("")
        except Refused as refusal:
            told.append(str(refusal))
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(told)


@pytest.mark.parametrize("is_told", [True, False], ids=["in the directory", "in no directory"])
def test_of_two_officers_at_the_same_moment_one_has_the_bed_and_one_a_sentence(yen, is_told):
    make.house(yen, women=1, is_told=is_told)
    files = [make.shared_file(yen) for _ in range(2)]
    nga = agencies.member(yen.agency, name="Nga")

    told = at_once(lambda: make.admitted(files[0], yen), lambda: make.admitted(files[1], nga))

    assert told[0] == "" and "hết chỗ" in told[1]
    with reading(yen):
        assert ShelterStay.objects.count() == Beds.objects.get(unit="women").taken == 1


def test_the_same_woman_is_not_taken_in_twice_at_the_same_moment(yen):
    make.house(yen, women=2)
    file = make.shared_file(yen)

    told = at_once(lambda: make.admitted(file, yen), lambda: make.admitted(file, yen))

    assert told[0] == "" and "đang tạm lánh ở đơn vị bạn" in told[1]
    with reading(yen):
        assert ShelterStay.objects.count() == Beds.objects.get(unit="women").taken == 1


def test_a_bed_is_not_taken_and_held_at_the_same_moment(yen):
    make.house(yen, women=1)
    file, kim = make.shared_file(yen), agencies.member(name="Kim")
    service = make.service_of(yen)

    told = at_once(
        lambda: make.admitted(file, yen),
        lambda: directory.hold_place(service=service, hours=2, by=kim, now=clock.now()),
    )

    assert told[0] == "" and told[1]
    with reading(yen):
        used = Beds.objects.get(unit="women").taken
    assert used + services.holds_of(service, now=clock.now()).count() == 1
