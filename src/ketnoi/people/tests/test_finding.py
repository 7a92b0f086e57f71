"""A person is found by her name however it is written, by who may know her and by nobody else."""

import pytest
from django.db import DatabaseError, connection, transaction

from ketnoi.agencies.tests import make as agencies
from ketnoi.foundation import clock, name_index
from ketnoi.foundation.action import Refused
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.people import actions, jobs, queries
from ketnoi.people.models import Person

pytestmark = pytest.mark.django_db
NAME = "Nguyễn Thị Thu Hương"


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


def person(by, name=NAME, **facts):
    facts = {"birth_year": 1996, **facts}
    return actions.take_down_person(by=by, now=clock.now(), name=name, **facts)


def found(by, **asked):
    with transaction.atomic(), acting(by):
        return queries.find(by, **asked)


def reasons(by, her, **asked):
    """Why she was found; None when she was not."""
    matches = {match.person_id: match for match in found(by, **asked)}
    return set(matches[her.pk].why) if her.pk in matches else None


@pytest.mark.parametrize(
    ("typed", "year", "why"),
    [
        ("Nguyễn Thị Thu Hương", 1996, {"name", "year"}),
        ("nguyen thi thu huong", 1996, {"name_marks", "year"}),
        ("NGUYEN  THU  HUONG ", 1996, {"name_marks", "year"}),
        ("Thu Hương Nguyễn", 1996, {"name_order", "year"}),
        ("Nguyễn Hương", 1996, {"name_part", "year"}),
        ("Nguyễn Thị Thu Hươmg", 1996, {"name_close", "year"}),
        ("Nguyễn Thị Thu Hương", 1995, {"name", "year_close"}),
        ("Nguyễn Thị Thu Hương", None, {"name"}),
        ("Nguyễn Thị Thu Hương", 2999, {"name"}),
        ("Hương", 1996, {"name_part", "year"}),
    ],
)
def test_she_is_found_however_her_name_is_written(lan, typed, year, why):
    her = person(lan)

    assert reasons(lan, her, name=typed, birth_year=year) == why


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Huỳnh Thị Mỹ", "Hoàng Thị Mĩ"),
        ("Võ Thị Vân", "Vũ Thị Dân"),
        ("Thạch Sô-Phol", "Thach So Phon"),
        ("Kim Srây Pôv", "Kim Srai Pov"),
        ("H'Nhuôl Êban", "H Nhuol Eban"),
        ("សុខ ស្រីនាង", "ស្រីនាង សុខ"),
        ("Sa", "sa"),
        ("Nguyễn Thị Hoa", "Nguyễn Thị Hao"),
    ],
)
def test_other_spellings_and_names_of_every_origin_are_found(lan, name, typed):
    her = person(lan, name=name)

    assert reasons(lan, her, name=typed, birth_year=1996)


def test_a_name_in_two_codings_is_one_name(lan):
    import unicodedata

    her = person(lan, name=unicodedata.normalize("NFD", NAME))

    assert reasons(lan, her, name=NAME, birth_year=1996) == {"name", "year"}


def test_a_person_without_a_year_is_found_with_any(lan):
    her = person(lan, birth_year=None)

    assert reasons(lan, her, name=NAME, birth_year=1996) == {"name"}


def test_who_only_said_what_to_call_her_is_found_by_that(lan):
    her = person(lan, name="", called="Chị Út Lan")

    assert reasons(lan, her, name="Út Lan", birth_year=1996) is not None


def test_phone_and_paper_find_her_and_add_up(lan):
    her = person(lan)
    actions.note_phone(person=her, number="+84912345678", by=lan, now=clock.now())
    actions.note_paper(person=her, kind="cccd", number="000195012345", by=lan, now=clock.now())

    [match] = found(lan, name="Nguyễn Hương", phone="0912 345 678", paper="000195012345")

    assert set(match.why) == {"phone", "paper", "name_part"}
    assert reasons(lan, her, phone="912 letters") is None


def test_fifty_tokens_and_empty_names_are_no_trouble(lan):
    her = person(lan, name=" ".join(f"tên{n}" for n in range(50)))

    assert found(lan, name=" ".join(["a"] * 50), birth_year=-3) == []
    assert found(lan, name=" \u200b ") == []
    assert reasons(lan, her, name=" ".join(f"tên{n}" for n in range(50)), birth_year=1996)


def test_nobody_else_finds_her(lan):
    her = person(lan)
    colleague = agencies.member(lan.agency, name="Bình")
    volunteer = agencies.member(lan.agency, role="volunteer")
    stranger = agencies.member()

    assert reasons(colleague, her, name=NAME, birth_year=1996)
    assert reasons(volunteer, her, name=NAME, birth_year=1996) is None
    assert reasons(stranger, her, name=NAME, birth_year=1996) is None


def test_a_volunteer_finds_whom_she_took_down():
    volunteer = agencies.member(role="volunteer")
    her = person(volunteer)

    assert reasons(volunteer, her, name=NAME, birth_year=1996)


def ask_the_index(by, her):
    """What the function alone says, without row security on people."""
    tags = queries.entry_of(her, 1).tags
    with transaction.atomic(), acting(by):
        return list(name_index.find(tags, tags))


def test_the_function_itself_lets_nobody_else_through(lan):
    her = person(lan)

    assert ask_the_index(lan, her) == [her.pk]
    assert ask_the_index(agencies.member(), her) == []
    assert ask_the_index(agencies.member(role="coordinator"), her) == []
    assert ask_the_index(agencies.member(lan.agency, role="volunteer"), her) == []


@pytest.mark.parametrize("statement", ["SELECT * FROM kn.name_tags", "SELECT * FROM kn.searches"])
def test_the_tags_are_read_through_the_function_only(lan, statement):
    with pytest.raises(DatabaseError), transaction.atomic(), acting(lan):
        connection.cursor().execute(statement)


def test_the_tags_are_neither_logged_nor_dumped():
    unlogged = "SELECT relname FROM pg_class WHERE relpersistence = 'u' AND relkind = 'r'"

    with connection.cursor() as cursor:
        cursor.execute(unlogged)
        found = {name for (name,) in cursor.fetchall()}

    assert found >= {"name_tags", "rare_tokens", "name_index", "name_walk"}


def test_too_many_tags_in_one_search_are_refused(lan):
    with pytest.raises(DatabaseError, match="too many tags"), transaction.atomic(), acting(lan):
        connection.cursor().execute(name_index.FIND, [list(range(6001)), [], 300])


def test_no_more_than_three_hundred_names_are_opened_for_one_search(lan):
    for number in range(320):
        person(lan, name=f"Nguyễn Thị Hương {number}")

    with transaction.atomic(), acting(lan):
        look_at = name_index.find(*queries.finding._Cells(1996).as_typed(["nguyen", "huong"]))

    assert len(look_at) == name_index.MOST_FOUND


def test_nobody_writes_or_forgets_the_tags_of_another_agency(lan):
    her, stranger = person(lan), agencies.member()
    entry = queries.entry_of(her, 1)

    with pytest.raises(DatabaseError), transaction.atomic(), acting(stranger):
        name_index.put([entry])
    with pytest.raises(DatabaseError), transaction.atomic(), acting(stranger):
        name_index.forget(her.pk)
    assert reasons(lan, her, name=NAME, birth_year=1996)


def test_a_corrected_name_is_found_and_the_old_one_is_not(lan):
    her = person(lan)

    actions.describe_person(person=her, version=1, by=lan, name="Trần Thị Kim Chi")

    assert reasons(lan, her, name="Tran Kim Chi", birth_year=1996)
    assert reasons(lan, her, name=NAME, birth_year=1996) is None


def test_what_is_not_typed_is_not_asked_and_the_line_has_no_word(lan):
    person(lan)

    found(lan, name=NAME, birth_year=1996)

    with transaction.atomic(), acting(lan):
        line = Line.objects.get(verb="people.searched")
    assert line.facts == {"criteria": ["name", "birth_year"], "found": 1, "look": True}
    assert line.about == ""


def test_the_sixty_first_search_within_an_hour_is_refused(lan):
    for _n in range(60):
        found(lan, phone="0912345678")

    with pytest.raises(Refused, match="60 lần trong một giờ"):
        found(lan, phone="0912345678")

    assert found(agencies.member(lan.agency, name="Bình"), phone="0912345678") == []


def lose_the_index():
    """What a crash leaves of a table that is not logged."""
    from django.db import connections

    with connections["owner"].cursor() as cursor:
        cursor.execute("TRUNCATE kn.name_tags, kn.rare_tokens, kn.name_index, kn.name_walk")


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_after_a_crash_the_index_is_made_again_from_where_it_stopped(lan):
    hers = [person(lan), person(lan, name="Thạch Sô Phol"), person(agencies.member())]
    actions.note_phone(person=hers[0], number="+84912345678", by=lan, now=clock.now())
    lose_the_index()
    assert reasons(lan, hers[0], name=NAME, birth_year=1996) is None
    assert reasons(lan, hers[0], phone="0912345678") == {"phone"}
    assert queries.index_progress() == (0, 0)

    actions.begin_index(by=jobs.NETWORK)
    actions.index_next(by=jobs.System(lan.agency_id), most=1)
    assert queries.index_progress() == (1, Person.objects.using("owner").count())
    jobs.index_names(0)

    assert queries.index_progress() is None
    assert reasons(lan, hers[0], name=NAME, birth_year=1996)
    assert reasons(lan, hers[1], name="Thach So Phon", birth_year=1996)
    with transaction.atomic(), acting(jobs.System(lan.agency_id)):
        counts = [line.facts["count"] for line in Line.objects.filter(verb="names.indexed")]
    assert sorted(counts) == [0, 1, 1]


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_more_people_than_a_partition_holds_are_spread_over_more(lan, monkeypatch):
    hers = [person(lan, name=f"Nguyễn Thị {given}") for given in ("Lan", "Hoa", "Mai", "Yến")]
    monkeypatch.setattr(name_index, "PEOPLE_OF_A_PARTITION", 2)
    lose_the_index()

    jobs.index_names(0)

    with transaction.atomic(), acting(lan):
        assert name_index.partitions() > 1
    assert all(
        reasons(lan, her, name=f"Nguyen {given}", birth_year=1996)
        for her, given in zip(hers, ("Lan", "Hoa", "Mai", "Yến"), strict=True)
    )


def test_erasing_takes_everything_out_of_the_index():
    lead = agencies.member(role="lead")
    her = person(lead, name="Thạch Sô Phol")
    entry = queries.entry_of(her, 1)

    actions.erase_person(person=her, by=lead, now=clock.now())

    assert reasons(lead, her, name="Thạch Sô Phol", birth_year=1996) is None
    with transaction.atomic(), acting(lead):
        assert name_index.find(entry.tags, entry.tags) == {}
        assert name_index.rare_count() == 0
