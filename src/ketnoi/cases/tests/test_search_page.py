"""The page on which an officer looks for a file."""

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.people import jobs

pytestmark = pytest.mark.django_db

NOT_READY = "Tên đang được đưa lại vào chỉ mục"
BY_NAME, BY_PHONE = {"name": "Nguyễn Thị Lan"}, {"words": "0912345678"}


def says_names_are_not_ready(desk, typed):
    return NOT_READY in desk.post("/cb/ho-so/tim/", typed).content.decode()


def test_while_the_index_is_made_again_a_search_by_name_says_so_and_one_by_phone_does_not(client):
    desk = agencies.signed_in(client, agencies.member())

    assert says_names_are_not_ready(desk, BY_NAME)
    assert not says_names_are_not_ready(desk, BY_PHONE)
    jobs.index_names(0)
    assert not says_names_are_not_ready(desk, BY_NAME)
