"""What can be wrong with a packet: a sentence says it, and nothing is written."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ketnoi.cases.models import Case
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.envelope import carried, spoken
from ketnoi.foundation.guard.context import reading
from ketnoi.people.models import Person
from ketnoi.transfers import actions, queries
from ketnoi.transfers.models import Arrival
from ketnoi.transfers.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def binh():
    return make.receiver()


@pytest.fixture
def sent():
    _transfer, data, code = make.sent(make.sender())
    return data, code


def opens(data, code, by, *, later=timedelta(0)):
    return actions.open_packet(data=data, code=code, by=by, now=clock.now() + later)


def nothing_of(by):
    with reading(by):
        rows = (Case.objects.filter(holder=by.agency), Person.objects.filter(holder=by.agency))
        return not any(found.exists() for found in rows) and not Arrival.objects.exists()


def one_wrong(code):
    other = next(letter for letter in spoken.LETTERS if letter != code[3])
    return code[:3] + other + code[4:]


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (lambda d: b"", "không phải tệp chuyển hồ sơ"),
        (lambda d: b"%PDF-1.7 something else", "không phải tệp chuyển hồ sơ"),
        (lambda d: d[:4] + b"\x07" + d[5:], "phiên bản khác"),
        (lambda d: d[:-1], "bị hỏng hoặc thiếu"),
        (lambda d: d[:40], "bị hỏng hoặc thiếu"),
        (lambda d: d + b"\0", "bị hỏng hoặc thiếu"),
    ],
)
def test_a_file_that_is_no_packet_any_more_is_refused_in_a_sentence(sent, binh, broken, said):
    data, code = sent

    with pytest.raises(Refused, match=said):
        opens(broken(data), code, binh)

    assert nothing_of(binh)


def test_one_changed_byte_anywhere_is_refused(sent, binh):
    data, code = sent

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(at=st.integers(0, len(data) - 1), bit=st.integers(0, 7))
    def changed(at, bit):
        flipped = bytearray(data)
        flipped[at] ^= 1 << bit
        with pytest.raises(Refused):
            opens(bytes(flipped), code, binh)

    changed()
    assert nothing_of(binh)


def test_whoever_writes_the_sum_anew_opens_nothing(sent):
    from hashlib import sha256

    data, code = sent
    flipped = bytearray(data[:-32])
    flipped[200] ^= 1

    with pytest.raises(carried.WrongCode):
        carried.reopen(bytes(flipped) + sha256(flipped).digest(), code)


def test_a_slip_of_the_pen_is_told_from_another_code_and_costs_no_try(sent, binh):
    data, code = sent

    for _try in range(8):
        with pytest.raises(Refused, match="gõ nhầm"):
            opens(data, one_wrong(code), binh)

    assert opens(data, spoken.grouped(code, 4).lower(), binh)


def test_another_code_opens_nothing_and_few_may_be_tried(sent, binh):
    data, code = sent

    for _try in range(5):
        assert opens(data, spoken.new(16), binh) is None
    with pytest.raises(Refused, match="hết lượt"):
        opens(data, code, binh)

    assert nothing_of(binh)
    assert opens(data, code, make.receiver())


def test_an_old_packet_is_refused(sent, binh):
    data, code = sent

    with pytest.raises(Refused, match="đã quá hạn"):
        opens(data, code, binh, later=timedelta(days=22))

    assert nothing_of(binh)


@pytest.mark.parametrize(
    "inside", [b"{}", b"no json", b'{"version": 2}', b"\xff\xfe", b'{"version": 1, "packet": "x"}']
)
def test_what_does_not_follow_the_format_is_refused(binh, inside):
    code = spoken.new(16)

    with pytest.raises(Refused, match="bị hỏng"):
        opens(carried.close(inside, code), code, binh)

    assert nothing_of(binh)


def test_a_paper_that_cannot_be_read_stops_everything(monkeypatch, binh):
    scene = make.sender()
    good = make.everything(scene.file, scene.lan)["attachments"]
    monkeypatch.setattr("ketnoi.cases.models.Attachment.paper", lambda _self: b"MZ program")
    _transfer, data, code = make.sent(scene, attachments=good)

    with pytest.raises(Refused, match="chưa nhận gì"):
        make.taken_in(data, code, binh)

    with reading(binh):
        assert not Case.objects.exists()


@pytest.mark.parametrize(
    "step",
    [
        "people.actions.note_paper",
        "cases.actions.open_case",
        "cases.actions.write_note",
        "cases.actions.attach",
    ],
)
def test_a_fault_in_the_middle_leaves_nothing_half_done(sent, binh, monkeypatch, step):
    data, code = sent
    arrival = opens(data, code, binh)
    monkeypatch.setattr(f"ketnoi.{step}", lambda **_said: 1 / 0)
    with reading(binh):
        found = queries.arrival(binh, arrival.pk)

    with pytest.raises(ZeroDivisionError):
        actions.take_in(arrival=found, by=binh, now=clock.now())

    with reading(binh):
        assert not Case.objects.exists()
        assert not Person.objects.exists()
        assert queries.arrival(binh, arrival.pk) is not None


def test_what_was_opened_is_its_openers_alone_and_goes_in_a_day(sent, binh):
    from ketnoi.agencies.tests import make as agencies
    from ketnoi.foundation.actor import NETWORK

    data, code = sent
    arrival = opens(data, code, binh)
    lead = agencies.member(binh.agency, "lead")

    with reading(lead):
        assert queries.arrival(lead, arrival.pk) is None
    assert actions.drop_arrivals(by=NETWORK, now=clock.now() + timedelta(hours=25)) == 1
    assert nothing_of(binh)


def test_the_size_says_little():
    lengths = {len(carried.close(b"x" * size, spoken.new(16))) for size in (1, 900, 20_000, 65_000)}

    assert len(lengths) == 1
