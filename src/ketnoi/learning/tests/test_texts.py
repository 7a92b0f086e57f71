"""Every text says where it was read and when, and leans only on law that somebody read."""

import tomllib
from datetime import date
from itertools import product
from pathlib import Path

from ketnoi.law import actions as law
from ketnoi.law import rules as dated
from ketnoi.learning import queries, rules
from ketnoi.learning.terms import Outlook, Said

LAW = Path(law.__file__).parent / "data"
ANSWERS = [*Said, ""]
WHY_SHE_READS = ("mua bán", "bị", "lừa", "bạo lực", "giúp")
MOST_SENTENCES = 3


def facts() -> dict[str, str]:
    """The codes of the law, with how sure each is."""
    sets = [
        one for file in LAW.glob("*.toml") for one in tomllib.loads(file.read_text()).get("set", [])
    ]
    return {fact["code"]: fact["status"] for fact in dated.facts_of(sets)}


def screens():
    return [(topic, screen) for topic in queries.topics() for screen in topic.screens]


def test_each_topic_names_its_sources_and_the_day_they_were_read():
    for topic in queries.topics():
        assert topic.status in queries.READ
        assert all(topic.sources)
        assert topic.sources
        assert isinstance(topic.verified_on, date)


def test_each_question_names_its_source_and_the_day_it_was_read():
    assert len(queries.questions()) == 6
    for one in queries.questions():
        assert one.source
        assert isinstance(one.verified_on, date)
        assert one.sign in {Said.YES, Said.NO}


def test_the_law_behind_a_screen_exists_and_was_read():
    known = facts()
    named = {code for _topic, screen in screens() for code in screen.laws}

    assert named
    assert {code for code in named if known.get(code) not in queries.READ} == set()


def test_a_screen_holds_one_idea():
    assert all(1 <= len(screen.says) <= MOST_SENTENCES for _topic, screen in screens())
    assert len({topic.slug for topic in queries.topics()}) == len(queries.topics())


def test_the_history_of_the_browser_does_not_say_why_somebody_reads():
    titles = [topic.name.lower() for topic in queries.topics()]

    assert [t for t in titles if any(word in t for word in WHY_SHE_READS)] == []


def test_one_sign_is_enough_and_nothing_seen_is_never_safe():
    asked = queries.questions()
    for said in product(ANSWERS, repeat=len(asked)):
        answers = {one.key: word for one, word in zip(asked, said, strict=True)}
        outlook, _lines = queries.looked_at(answers)
        signs = [word == one.sign for one, word in zip(asked, said, strict=True)]
        unclear = any(word in {"", Said.UNSURE} for word in said)

        assert (outlook == Outlook.STOP) == any(signs)
        assert (outlook == Outlook.NOTHING_SEEN) == (not any(signs) and not unclear)
    assert "an toàn" not in str(Outlook.NOTHING_SEEN.label)


def test_each_answer_is_explained_also_the_one_that_was_not_given():
    lines = rules.told(queries.questions(), {"fee": "yes"})

    assert [line.question.key for line in lines if line.is_sign] == ["fee"]
    assert len(lines) == 6
    assert all(line.question.of_sign and line.question.of_other for line in lines)


def test_a_voice_is_heard_only_where_somebody_recorded_it(tmp_path):
    topic = queries.topics()[0]
    screen = topic.screens[0]
    before = queries.recording(topic, screen, "km", folder=tmp_path)
    file = tmp_path / "learning" / "km" / f"{topic.slug}-1.mp3"
    file.parent.mkdir(parents=True)
    file.touch()

    assert before == ""
    assert queries.recording(topic, screen, "km", folder=tmp_path).endswith("-1.mp3")
    assert queries.recording(topic, screen, "vi", folder=tmp_path) == ""
    assert queries.recording(topic, screen, "km") == ""
