"""A public form under a flood: who is asked for a step more, and which steps are none."""

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.core.signing import Signer

from ketnoi.foundation import clock
from ketnoi.foundation.flood import buckets, networks, proofs

NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
FORM = uuid4()
LATER = NOW + timedelta(seconds=4)


def given(form=FORM, purpose="tip", now=NOW):
    return proofs.new_proof(purpose=purpose, form=form, now=now)


def read(text, form=FORM, purpose="tip"):
    return proofs.read_proof(text, purpose=purpose, form=form)


def number_of(proof):
    hashes = {sha256(f"{proof.head}.{n}".encode()).hexdigest(): n for n in range(proof.most + 1)}
    return str(hashes[proof.target])


def coming(address, **headers):
    return SimpleNamespace(META={"REMOTE_ADDR": address}, headers=headers)


def test_a_device_that_worked_need_not_wait_and_one_that_waited_need_not_work():
    proof = read(given())

    assert proof.is_good(number_of(proof), now=NOW)
    assert proof.is_good("", now=LATER)
    assert not proof.is_good("", now=NOW)
    assert not proof.is_good(str((int(number_of(proof)) + 1) % 20000), now=NOW)


def test_an_expired_proof_is_refused_however_well_the_device_worked():
    proof = read(given())

    assert not proof.is_good(number_of(proof), now=NOW + proofs.LASTS + timedelta(seconds=1))


def test_a_proof_of_another_form_or_purpose_is_none():
    text = given()

    assert read(text, form=uuid4()) is None
    assert read(text, purpose="callback") is None
    assert read(text[:-1] + "x") is None
    assert read(Signer(salt="other").sign(text.rpartition(":")[0])) is None


@pytest.mark.parametrize("moved", ["0{0}", "+{0}", " {0}", "{0}.", "٣{0}", "-{0}", "{0}\n"])
def test_a_number_has_one_spelling(moved):
    proof = read(given())

    assert not proof.is_worked_out(moved.format(number_of(proof)))


def test_nothing_is_moved_from_one_field_into_the_next():
    """CVE-2025-68113: digits of the number were moved into what expires, and the hash stayed."""
    proof = read(given())
    number = number_of(proof)
    target, signed = proof.target, given().rpartition(":")[2]
    second = int(proof.since.timestamp())
    spliced = [
        f"{proof.id.hex}.{second}{number[0]}.{proof.most}.{target}:{signed}",
        f"{proof.id.hex}.{second}.{proof.most}{number[0]}.{target}:{signed}",
        f"{proof.id.hex}.{second + 9000}.{proof.most}.{target}:{signed}",
    ]

    assert [text for text in spliced if read(text)] == []


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.77", "203.0.113.0/24"),
        ("::ffff:203.0.113.9", "203.0.113.0/24"),
        ("2001:db8:1:2ff::1", "2001:db8:1:200::/56"),
        ("nobody", networks.NOWHERE),
        ("", networks.NOWHERE),
    ],
)
def test_a_network_is_as_wide_as_a_household(address, network):
    assert networks.network_of(coming(address)) == network


def test_only_a_proxy_we_were_told_of_is_believed(settings):
    told = {"X-Forwarded-For": "198.51.100.1, 203.0.113.7"}
    before = networks.network_of(coming("127.0.0.1", **told))
    settings.KETNOI_ADDRESS_HEADER = "X-Forwarded-For"

    assert before == "127.0.0.0/24"
    assert networks.network_of(coming("127.0.0.1", **told)) == "203.0.113.0/24"
    assert networks.network_of(coming("127.0.0.1")) == "127.0.0.0/24"


def test_a_network_has_another_name_tomorrow_and_for_another_form():
    names = {
        networks.mark_of("203.0.113.0/24", purpose=purpose, day=date(2026, 11, day))
        for purpose in ("tip", "callback")
        for day in (29, 30)
    }

    assert len(names) == 4


@pytest.mark.django_db
def test_a_network_that_sends_much_is_not_at_ease_and_its_neighbour_is():
    sent = [buckets.take("203.0.113.0/24", purpose="tip", now=NOW) for _ in range(12)]

    assert sent == [True] * 8 + [False] * 4
    assert buckets.take("198.51.100.0/24", purpose="tip", now=NOW)
    assert buckets.take("203.0.113.0/24", purpose="callback", now=NOW)


@pytest.mark.django_db
def test_who_stops_is_at_ease_again_and_who_goes_on_is_not():
    for _ in range(12):
        buckets.take("203.0.113.0/24", purpose="tip", now=NOW)
    flooding = [
        buckets.take("203.0.113.0/24", purpose="tip", now=NOW + timedelta(seconds=n))
        for n in range(60)
    ]

    assert not any(flooding)
    assert buckets.take("203.0.113.0/24", purpose="tip", now=NOW + timedelta(minutes=3))


@pytest.mark.django_db
def test_many_networks_together_are_not_at_ease_either():
    sent = [buckets.take(f"10.0.{n}.0/24", purpose="tip", now=NOW) for n in range(45)]

    assert (sum(sent), sent[-1]) == (40, False)


@pytest.mark.django_db
def test_of_yesterday_nothing_is_kept(django_assert_num_queries):
    buckets.take("203.0.113.0/24", purpose="tip", now=NOW)
    with django_assert_num_queries(1):
        buckets.take("203.0.113.0/24", purpose="tip", now=NOW + timedelta(days=1))

    from ketnoi.foundation.models import Bucket

    assert Bucket.objects.filter(day__lt=date(2026, 12, 1)).count() == 0


@pytest.mark.django_db
def test_a_proof_is_used_once_until_it_would_expire():
    proof, now = uuid4(), clock.now()
    until = now + proofs.LASTS

    assert buckets.use(proof, until=until, now=now)
    assert not buckets.use(proof, until=until, now=now)
