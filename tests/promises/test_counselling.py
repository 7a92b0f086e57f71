"""The words of a counsellor are opened with her key alone, and in their own place alone."""

import pytest
from cryptography.exceptions import InvalidTag

from ketnoi.agencies.models import AgencySecret
from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.tests import make as files
from ketnoi.counselling import queries
from ketnoi.counselling.models import CounsellorSecret, Sitting
from ketnoi.counselling.tests import make
from ketnoi.foundation.guard.context import acting

pytestmark = pytest.mark.django_db


@pytest.fixture
def thao():
    return make.counsellor()


def sitting(thao):
    file = files.case(agencies.member())
    make.opened(file, thao.agency)
    return make.written(make.begun(file, thao), thao)


def test_no_key_of_an_agency_opens_a_note(thao):
    sitting(thao)
    lead = agencies.member(thao.agency, role="lead")
    with acting(thao):
        stolen = Sitting.objects.select_related("course__case__key").get()

    with acting(lead):
        [secret] = AgencySecret.objects.all()
        with pytest.raises(InvalidTag):
            stolen.course.opened_with(secret.plain)
        with pytest.raises(CounsellorSecret.DoesNotExist):
            stolen.note.open()


def test_the_words_of_one_course_do_not_open_in_another(thao):
    here, there = sitting(thao), sitting(thao)

    with acting(thao):
        moved = queries.sitting_in(thao, there.case.code, there.pk)
        moved.sealed_words = bytes(here.sealed_words.held)
        with pytest.raises(InvalidTag):
            moved.note.open()
