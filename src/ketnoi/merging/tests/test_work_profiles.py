"""What matters of her for a living, after two files of hers became one."""

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.foundation.guard.context import acting
from ketnoi.livelihood import queries
from ketnoi.livelihood.tests import make as livelihood
from ketnoi.merging.tests import make

pytestmark = pytest.mark.django_db
MY_TU = "31567"


def test_she_avoids_what_either_of_her_files_says():
    lan, dung = agencies.member(), livelihood.job_centre()
    into, away = make.first(lan), make.second(lan)
    livelihood.profile(away, lan, avoids=MY_TU, furthest_km=None, skills=["cooking"])
    make.merged(into, away, by=lan)
    whole = make.opened(lan, into.code)

    with acting(lan):
        assert queries.profile_of(whole, lan).skills == ["cooking"]
    livelihood.opportunity(dung, commune_id=MY_TU, has_childcare=True, shifts=["day"])
    livelihood.profile(whole, lan, version=1, avoids="", furthest_km=None)

    with acting(lan):
        found = queries.suits(make.opened(lan, into.code), lan, queries.on_offer())
    assert found.not_fit[0].against == ("Ở nơi chị ấy cần tránh, hoặc chưa biết ở đâu.",)
