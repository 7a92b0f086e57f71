"""A merge is taken back: each file is again as it was."""

import pytest
from django.apps import apps

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.models import Case, Task
from ketnoi.cases.tests import make as files
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import acting, reading
from ketnoi.foundation.trail.models import Line
from ketnoi.merging import queries
from ketnoi.merging.models import Merge
from ketnoi.merging.tests import make
from ketnoi.merging.tests.make import opened
from ketnoi.people import actions as people_actions
from ketnoi.people import queries as people
from ketnoi.people.models import Person

pytestmark = pytest.mark.django_db

COUNTERS = {"version"}


@pytest.fixture
def lan():
    return agencies.member()


@pytest.fixture
def into(lan):
    return make.first(lan)


@pytest.fixture
def away(lan):
    return make.second(lan)


def rows_of(member, *pair):
    """Every row of both files and both records, with what is sealed in it opened."""
    persons = [case.person_id for case in pair]
    with acting(member):
        found = {}
        for model in apps.get_models():
            if model in (Merge, Line) or not model.__module__.startswith("ketnoi."):
                continue
            names = {f.name for f in model._meta.concrete_fields}
            whose = {
                "case": [c.pk for c in pair],
                "person": persons,
                "id": [c.pk for c in pair] + persons,
            }
            for name in ("case", "person") + (("id",) if model in (Case, Person) else ()):
                if name in names:
                    for row in model.objects.filter(**{f"{name}__in": whose[name]}):
                        found[model._meta.label, str(row.pk)] = values(row)
        return found


def values(row):
    told = {}
    for field in row._meta.concrete_fields:
        if field.name not in COUNTERS:
            value = getattr(row, field.attname)
            told[field.attname] = value.open() if hasattr(value, "open") else raw(value)
    return told


def raw(value):
    return bytes(value) if isinstance(value, memoryview) else value


def test_undoing_gives_back_every_row_of_both_files(lan, into, away):
    before = rows_of(lan, into, away)
    everything = dict.fromkeys(["called", "name", "birth", "sex", "risk", "commune"], "theirs")

    made = make.merged(into, away, by=lan, **everything)
    changed = rows_of(lan, into, away)
    kept = make.undone(made, by=lan)

    assert changed != before
    assert rows_of(lan, into, away) == before
    assert kept == []
    assert opened(lan, away.code).pk == away.pk


def test_undoing_leaves_its_lines_in_both_chains(lan, into, away):
    make.undone(make.merged(into, away, by=lan), by=lan)

    with reading(lan):
        verbs = {case: [line.verb for line in Line.objects.filter(chain=case.pk).order_by("seq")]
                 for case in (into, away)}  # fmt: skip
    assert [v for v in verbs[into] if "merge" in v] == ["case.merged", "case.merge_undone"]
    assert verbs[away][-2:] == ["case.merged_away", "case.came_back"]


def test_a_correction_made_after_the_merge_is_not_undone_with_it(lan, into, away):
    made = make.merged(into, away, by=lan, called="theirs", birth="theirs")
    with reading(lan):
        person = people.person(lan, into.person_id)
    people_actions.describe_person(person=person, version=person.version, by=lan, birth_year=2001)

    kept = make.undone(made, by=lan)

    with reading(lan):
        person = people.person(lan, into.person_id)
        assert (person.called.open(), person.birth_year) == ("Út", 2001)
    assert kept == ["birth_year"]


def test_the_open_work_of_the_merged_file_ends_and_comes_back(lan, into, away):
    made = make.merged(into, away, by=lan)
    with reading(lan):
        assert not Task.objects.filter(case=away, done_at=None).exists()

    make.undone(made, by=lan)

    with reading(lan):
        assert Task.objects.filter(case=away, done_at=None).count() == 1


def test_merges_in_a_row_come_apart_in_the_opposite_order(lan, into, away):
    third = files.case(lan)
    first = make.merged(into, away, by=lan)
    second = make.merged(third, into, by=lan)
    assert opened(lan, away.code).pk == third.pk

    with pytest.raises(Refused, match="Hãy tách lần gộp sau trước"):
        make.undone(first, by=lan)
    make.undone(second, by=lan)
    assert opened(lan, away.code).pk == into.pk
    make.undone(first, by=lan)

    assert opened(lan, away.code).pk == away.pk


def test_a_merge_is_undone_once(lan, into, away):
    made = make.merged(into, away, by=lan)
    make.undone(made, by=lan)

    with pytest.raises(Refused, match="đã được tách trước đó"):
        make.undone(made, by=lan)


def test_only_who_keeps_both_files_merges_and_takes_back(lan, into, away):
    made = make.merged(into, away, by=lan)

    for role in ("volunteer", "specialist", "verifier", "coordinator", "admin"):
        member = agencies.member(lan.agency, role=role)
        with pytest.raises(Refused):
            make.undone(made, by=member)
    lead = agencies.member(lan.agency, role="lead")
    assert make.undone(made, by=lead) == []


def test_the_file_says_what_was_merged_into_it_until_it_is_taken_back(lan, into, away):
    made = make.merged(into, away, by=lan)
    with reading(lan):
        assert queries.merges_of(opened(lan, into.code), lan) == [made]

    make.undone(made, by=lan)

    with reading(lan):
        assert queries.merges_of(opened(lan, into.code), lan) == []
