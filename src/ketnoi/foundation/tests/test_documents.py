"""Several texts in one sealed document: what is in it, what is not, and how long, shows nowhere."""

import pytest
from cryptography.exceptions import InvalidTag
from django.db import models
from django.test.utils import isolate_apps

from ketnoi.foundation.action import Record
from ketnoi.foundation.crypto import Erased, SealedDocument, TextInside, columns_of

KEY = bytes(range(32))


@pytest.fixture
def card():
    with isolate_apps("ketnoi.foundation"):

        class Card(Record):
            """A record with two texts in one document."""

            id = models.IntegerField(primary_key=True)
            sealed = SealedDocument()
            name = TextInside("sealed", "họ và tên")
            called = TextInside("sealed")
            key = KEY

            class Meta:
                app_label = "foundation"

            def data_key(self):
                if not self.key:
                    raise Erased
                return self.key

            def seal_owner(self):
                return str(self.pk)

        yield Card


def written(record, *, add=True):
    """The bytes that go to the database."""
    return record._meta.get_field("sealed").pre_save(record, add)


def read(model, pk, sealed):
    """The record as a query gives it."""
    return model.from_db("default", ["id", "sealed"], [pk, sealed])


def test_texts_come_back_and_print_as_dots(card):
    sealed = written(card(id=1, name="Hồ Thị Thử", called="Út"))

    again = read(card, 1, sealed)

    assert (again.name.open(), again.called.open()) == ("Hồ Thị Thử", "Út")
    assert f"{again.name} {again.called!r} {again.sealed}" == "••• ••• •••"
    assert "Thử".encode() not in sealed


def test_a_text_that_is_not_there_is_empty_and_false(card):
    again = read(card, 1, written(card(id=1, name="Thử")))

    assert (bool(again.name), bool(again.called)) == (True, False)
    assert (str(again.called), again.called.open()) == ("", "")


def test_lengths_and_what_is_filled_do_not_show(card):
    names = {"": "", "Tư": "", "Thử": "chị Út", "Nguyễn Hoàng Bảo Quỳnh Như": "em bé"}

    lengths = {len(written(card(id=1, name=n, called=c))) for n, c in names.items()}

    assert lengths | {len(written(card(id=1)))} == {1 + 4 + 12 + 192 + 16}
    assert len(written(card(id=1, name="Ơ" * 200))) == 1 + 4 + 12 + 448 + 16


def test_one_text_is_changed_and_the_others_stay(card):
    record = read(card, 1, written(card(id=1, name="Thử", called="Út")))
    before = record.called

    record.name, record.called = "Thật", ""

    again = read(card, 1, written(record, add=False))
    assert (again.name.open(), again.called.open(), before.open()) == ("Thật", "", "Út")


def test_what_was_not_changed_is_not_sealed_again(card):
    sealed = written(card(id=1, name="Thử"))
    record = read(card, 1, sealed)
    record.name.open()

    assert written(record, add=False) == sealed
    assert written(read(card, 1, b""), add=False) == b""


def test_it_is_opened_once_for_all_its_texts(card, monkeypatch):
    record = read(card, 1, written(card(id=1, name="Thử", called="Út")))
    asked = []
    monkeypatch.setattr(card, "data_key", lambda self: asked.append(1) or KEY)

    told = [record.name.open(), record.called.open(), str(record.name), bool(record.called)]

    assert told == ["Thử", "Út", "•••", True]
    assert len(asked) == 1


def test_what_was_erased_is_empty_and_takes_nothing_in(card):
    record = read(card, 1, written(card(id=1, name="Thử")))
    record.key = b""

    assert (record.name.open(), bool(record.name)) == ("", False)
    record.name = "Thật"
    with pytest.raises(Erased):
        written(record, add=False)


def test_bytes_of_another_record_do_not_open_and_are_not_written_over(card):
    record = read(card, 2, written(card(id=1, name="Thử")))

    assert record.name
    for attempt in (record.name.open, lambda: setattr(record, "called", "Út")):
        with pytest.raises(InvalidTag):
            attempt()


def test_a_record_takes_the_document_of_its_newer_self(card):
    old, new = card(id=1, name="Thử"), read(card, 1, written(card(id=1, name="Thật")))

    old.sealed = new.sealed

    assert old.name.open() == "Thật"
    assert written(old, add=False) == written(new, add=False)


def test_writing_a_text_writes_its_document(card):
    assert columns_of(card, ["id", "name", "called"]) == {"id", "sealed"}
    assert [f.name for f in card._meta.concrete_fields] == ["id", "sealed"]
    with pytest.raises(TypeError, match="unexpected"):
        card(id=1, nickname="Út")
