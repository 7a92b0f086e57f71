"""One-time links: the token alone opens what was closed with it, and a code is not kept."""

import pytest
from cryptography.exceptions import InvalidTag

from ketnoi.foundation import links
from ketnoi.foundation.crypto import new_data_key

PLACE = "guest|1|2"


@pytest.fixture
def layer():
    return new_data_key()


def test_the_token_and_the_layer_together_open_a_key(layer):
    token, plain = links.new_token(), new_data_key()
    closed = links.close_for(token, plain, within=layer, place=PLACE)

    assert links.reopen_for(token, closed, within=layer, place=PLACE) == plain
    for wrong in (
        {"token": links.new_token()},
        {"within": new_data_key()},
        {"place": "guest|1|3"},
        {"closed": closed[:-1] + bytes([closed[-1] ^ 1])},
    ):
        said = {"token": token, "closed": closed, "within": layer, "place": PLACE, **wrong}
        with pytest.raises(InvalidTag):
            links.reopen_for(**said)


def test_a_code_is_six_digits_and_belongs_to_one_link():
    one, other = (links.id_of(links.new_token()) for _ in range(2))
    code = links.new_code()
    mark = links.code_mark(one, code)

    assert len(code) == 6 and code.isdecimal()
    assert code not in mark
    assert links.is_code(one, code, mark)
    assert not links.is_code(other, code, mark)


def test_a_visit_belongs_to_one_link_and_does_not_last(monkeypatch):
    one, other = (links.id_of(links.new_token()) for _ in range(2))
    mark = links.visit_mark(one)
    assert links.is_visit(one, mark)
    assert not links.is_visit(other, mark)

    monkeypatch.setattr(links, "VISIT_LASTS", -1)
    assert not links.is_visit(one, mark)
