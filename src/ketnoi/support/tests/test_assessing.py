"""How she lives: asked, compared, and read by those alone whose business it is."""

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.support import actions, queries
from ketnoi.support.models import Assessment, Finding
from ketnoi.support.rules import Said
from ketnoi.support.terms import Area
from ketnoi.support.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def kim():
    return make.officer("osso", name="Kim")


@pytest.fixture
def file(kim):
    return make.shared_file(kim)


@pytest.fixture
def lan(file):
    return file.keeper


def seen(file, member):
    with acting(member):
        return queries.assessments_of(file, member)


def became(file, member):
    return {row.area: str(row.change) for row in queries.compared(seen(file, member))}


def test_she_is_asked_about_nine_parts_and_what_was_not_asked_stays_open(file, lan):
    make.assessed(file, lan, safety="hard", income="very_hard")

    [asked] = seen(file, lan)
    assert [finding.area for finding in asked.findings] == Area.values
    levels = {f.area: f.level for f in asked.findings if f.level}
    assert levels == {"safety": "hard", "income": "very_hard"}
    assert asked.findings[0].words.open() == make.WORDS


def test_a_year_later_each_part_is_better_the_same_or_harder(file, lan):
    make.assessed(file, lan, 400, safety="hard", income="very_hard", mind="fair", family="good")
    make.assessed(file, lan, 200, safety="very_hard", income="hard")
    make.assessed(file, lan, 5, safety="good", income="very_hard", mind="hard", papers="good")

    assert became(file, lan) == {
        "An toàn": "better",
        "Thu nhập": "same",
        "Tinh thần": "harder",
        "Gia đình": "unknown",
        "Giấy tờ": "unknown",
    }


def test_a_mistaken_one_stays_and_is_compared_no_more(file, lan):
    make.assessed(file, lan, 400, safety="hard")
    wrong = make.assessed(file, lan, 5, safety="good")

    actions.mark_assessment_mistaken(assessment=wrong, by=lan, now=clock.now())

    assert became(file, lan) == {"An toàn": "unknown"}
    assert [one.record.pk for one in seen(file, lan)][0] == wrong.pk
    with pytest.raises(actions.Refused, match="đã được đánh dấu"):
        actions.mark_assessment_mistaken(assessment=wrong, by=lan, now=clock.now())


def test_who_takes_part_writes_her_own_and_reads_no_others(file, kim, lan):
    make.assessed(file, lan)
    own = make.assessed(file, kim, mind="hard")
    tam = make.officer("legal_aid", "specialist")
    make.opened(file, tam.agency)

    assert [one.record for one in seen(file, kim)] == [own]
    assert len(seen(file, lan)) == 2
    assert seen(file, tam) == []
    with acting(tam):
        assert not Assessment.objects.exists()
        assert not Finding.objects.exists()
        assert not Line.objects.filter(chain=file.pk, verb="assessment.recorded").exists()


def test_who_takes_part_no_longer_reads_not_even_her_own(kim):
    file = make.files.case(agencies.member())
    door = make.opened(file, kim.agency)
    make.assessed(file, kim)

    make.shut(file, door)

    with acting(kim):
        assert not Assessment.objects.exists()
        assert not Finding.objects.exists()


@pytest.mark.parametrize("role", ["verifier", "coordinator", "admin", "volunteer"])
def test_who_supports_nobody_asks_her_nothing(role):
    officer = make.officer("osso", role)
    file = make.shared_file(officer)

    with pytest.raises(actions.Refused):
        make.assessed(file, officer)

    assert seen(file, file.keeper) == []


def test_what_cannot_be_true_leaves_nothing(file, lan):
    with pytest.raises(actions.Refused, match="chưa tới"):
        make.assessed(file, lan, days=-1)
    with pytest.raises(actions.Refused, match="ít nhất một mục"):
        actions.record_assessment(
            case=file,
            occasion="intake",
            asked_on=clock.today(),
            said={"safety": Said()},
            by=lan,
            now=clock.now(),
        )

    assert seen(file, lan) == []


def test_the_words_lie_sealed_and_are_in_no_trail(file, lan):
    made = make.assessed(file, lan)

    with acting(lan):
        found = Finding.objects.get(assessment=made, area="safety")
        line = Line.objects.get(verb="assessment.recorded")
    assert make.WORDS.encode() not in bytes(found.__dict__["words"])
    assert set(line.facts) == {"occasion", "on"}
