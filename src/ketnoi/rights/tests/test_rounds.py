"""Her copy says what a round of matching said of her."""

import pytest

from ketnoi.cases import queries as cases
from ketnoi.foundation.guard.context import acting
from ketnoi.rights.queries import paper
from ketnoi.rounds.tests import make

pytestmark = pytest.mark.django_db


def test_her_copy_says_what_a_round_said_of_her():
    lan, dung = make.holder(), make.job_centre()
    file, offer = make.woman(lan), make.offer(dung)
    make.made(dung)

    with acting(lan):
        case = cases.case_by_code(lan, file.code)
        [said] = dict(paper._rounds(case, lan)).values()

    assert offer.title in said
    assert "Phù hợp vì" in said
