"""Places come in once, whole, and only by the system."""

from dataclasses import replace
from time import perf_counter

import pytest

from ketnoi.foundation.action import Refused
from ketnoi.foundation.actor import NETWORK
from ketnoi.places import actions, queries
from ketnoi.places.models import Commune, Edition, FormerPlace, Province
from ketnoi.places.tests import make

pytestmark = pytest.mark.django_db
ALL = [34, 3321, 10571]


def counts():
    return [model.objects.count() for model in (Province, Commune, FormerPlace)]


def test_an_installation_has_all_places_and_knows_where_they_come_from():
    edition = Edition.objects.get()

    assert counts() == ALL
    assert (edition.version, edition.licence) == (actions.VERSION, "MIT")
    assert not FormerPlace.objects.exclude(source=edition).exists()


def test_loading_again_changes_nothing_and_is_quick():
    before = list(FormerPlace.objects.order_by("pk").values_list("pk", flat=True))

    start = perf_counter()
    make.load()

    assert perf_counter() - start < 0.2
    assert list(FormerPlace.objects.order_by("pk").values_list("pk", flat=True)) == before


def test_a_new_edition_corrects_what_others_point_to_and_says_how_far_it_is():
    make.older_edition()
    seen = []

    make.load(progress=lambda done, total: seen.append((done, total)))

    assert counts() == ALL
    assert str(queries.commune(make.MY_TU)) == "Xã Mỹ Tú"
    assert seen[-1] == (sum(ALL), sum(ALL))
    assert seen == sorted(seen)


def test_only_the_system_loads_places():
    make.older_edition()

    with pytest.raises(Refused):
        actions.load_places(by=replace(NETWORK, role="coordinator"), now=make.MORNING)

    assert Edition.objects.get().version == "0"
