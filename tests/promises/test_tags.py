"""A search, or an entry that cannot be kept, never says that somebody is there."""

import time

import pytest
from django.apps import apps
from django.db import IntegrityError, connections, transaction
from scipy.stats import ks_2samp

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.tests import make as cases
from ketnoi.people.models import Paper, Phone

TAGS = ("_tag", "_tags")
# One tag of a random token, which nobody knows but the one who was invited.
OF_NOBODY = {"agencies_invitation"}
UNIQUE = """
SELECT c.relname, a.attname FROM pg_index i
  JOIN pg_class c ON c.oid = i.indrelid JOIN pg_attribute a ON a.attrelid = c.oid
 WHERE (i.indisunique OR i.indisexclusion) AND a.attnum = ANY(i.indkey)
   AND (a.attname LIKE '%\\_tag' OR a.attname LIKE '%\\_tags')
"""
TURNS, LIKELY = 400, 0.001


def unique_tags():
    with connections["owner"].cursor() as cursor:
        cursor.execute(UNIQUE)
        return [found for found in cursor.fetchall() if found[0] not in OF_NOBODY]


@pytest.mark.django_db(databases=["default", "owner"])
def test_no_tag_is_unique_since_row_security_does_not_hide_a_collision():
    columns = [f for m in apps.get_models() for f in m._meta.fields if f.name.endswith(TAGS)]

    assert columns
    assert unique_tags() == []


@pytest.mark.django_db(databases=["default", "owner"])
def test_mutant_a_unique_tag_is_noticed():
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute("CREATE UNIQUE INDEX sole ON people_phone (number_tag)")

        assert unique_tags() == [("people_phone", "number_tag")]
        transaction.set_rollback(True, using="owner")


@pytest.mark.django_db
def test_two_agencies_write_down_the_same_number_and_paper():
    for _ in range(2):
        try:
            cases.case(agencies.member(), phone=cases.PHONE, paper=cases.PAPER)
        except IntegrityError:
            pytest.fail("the second agency learns that the first one knows her")

    with transaction.atomic():
        assert Phone.objects.count() == Paper.objects.count() == 0


@pytest.mark.full
@pytest.mark.django_db
@pytest.mark.parametrize("how", ["search", "address"])
def test_hidden_and_absent_take_the_same_time(client, how):
    """Kolmogorov-Smirnov: both could be drawn from one distribution."""
    cases.case(agencies.member(), phone="+84987650321", paper=cases.PAPER)
    hidden = cases.case(agencies.member(), phone=cases.PHONE)
    browser = agencies.signed_in(client, agencies.member())
    asked = {"search": ("0912345678", "0912345679"), "address": (hidden.code, "KN-26-ZZZZ")}[how]

    def seconds(words):
        start = time.perf_counter()
        if how == "search":
            browser.post("/cb/ho-so/tim/", {"words": words})
        else:
            browser.get(f"/cb/ho-so/{words}/")
        return time.perf_counter() - start

    took = [[seconds(words) for words in asked] for _ in range(TURNS + 20)][20:]

    assert ks_2samp(*zip(*took, strict=True)).pvalue > LIKELY
