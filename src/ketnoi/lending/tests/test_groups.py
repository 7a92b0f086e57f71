"""Savings groups: the box is never overdrawn, and sharing out leaves nothing."""

from uuid import uuid4

import pytest
from django.db import IntegrityError
from hypothesis import given, settings
from hypothesis import strategies as st

from ketnoi.agencies.tests import make as agencies
from ketnoi.foundation import clock
from ketnoi.foundation.action import writing
from ketnoi.foundation.guard.context import acting
from ketnoi.lending import actions, queries, rules
from ketnoi.lending.models import Group, GroupEntry, Saver
from ketnoi.lending.tests import make
from ketnoi.lending.tests import make_groups as groups
from ketnoi.people.models import DataKey

SAVED = st.lists(st.integers(1, 10**6), min_size=1, max_size=12)


@settings(max_examples=80, deadline=None, database=None, derandomize=True)
@given(SAVED, st.integers(0, 10**7))
def test_sharing_out_leaves_nothing_and_is_fair_to_a_dong(saved, box):
    parts = rules.shared_out(box=box, saved=dict(enumerate(saved)))

    assert sum(parts.values()) == box
    whole = sum(saved)
    assert all(abs(parts[who] - box * much / whole) < 1 for who, much in enumerate(saved))
    for who, much in enumerate(saved):
        entries = rules.sharing(part=parts[who], saved=much)
        assert entries.get("shared", 0) + entries.get("gained", 0) == parts[who]
        assert entries.get("shared", 0) + entries.get("lost", 0) == much


def test_nobody_saved_and_nothing_is_shared():
    assert rules.shared_out(box=5, saved={}) == {}


@pytest.fixture
def kim():
    return make.officer(name="Kim")


@pytest.mark.django_db
class TestGroup:
    """One group of three."""

    @pytest.fixture(autouse=True)
    def begun(self, kim):
        self.group, (self.hoa, self.ly, self.sen) = groups.with_savers(kim)

    def test_they_meet_and_a_page_that_is_sent_twice_counts_once(self, kim):
        key = uuid4()
        for _twice in range(2):
            groups.met(self.group, {self.hoa: 2, self.ly: 1}, by=kim, key=key)

        assert groups.sums(kim, self.group) == (30_000, 0, 30_000, 0)
        assert groups.of_saver(kim, self.hoa) == (20_000, 0)

    @pytest.mark.parametrize("count", [0, 6])
    def test_nobody_puts_in_no_share_or_six(self, kim, count):
        with pytest.raises(actions.Refused, match="từ 1 đến 5"):
            groups.met(self.group, {self.hoa: count}, by=kim)

    def test_one_borrows_and_pays_back_with_interest_and_all_share_it(self, kim):
        groups.met(self.group, {self.hoa: 5, self.ly: 3, self.sen: 2}, by=kim)
        groups.wrote(self.ly, "borrowed", 60_000, by=kim)
        with pytest.raises(actions.Refused, match="Còn người đang vay"):
            groups.shared(self.group, by=kim)
        groups.wrote(self.ly, "returned", 60_000, by=kim)
        groups.wrote(self.ly, "cost", 1_001, by=kim)
        assert groups.sums(kim, self.group) == (100_000, 0, 100_000 + 1_001, 1_001)
        with acting(kim):
            parts = [one.part for one in queries.parts_of(self.group_now(kim), kim)]
        assert parts == [50_501, 30_300, 20_200]

        key = uuid4()
        for _twice in range(2):
            groups.shared(self.group, by=kim, key=key)

        assert groups.sums(kim, self.group) == (0, 0, 0, 0)

    def test_what_the_group_no_longer_asks_for_is_borne_by_all(self, kim):
        groups.met(self.group, {self.hoa: 5, self.ly: 5}, by=kim)
        groups.wrote(self.sen, "borrowed", 30_001, by=kim)
        groups.wrote(self.sen, "written_off", 30_001, by=kim)
        assert groups.sums(kim, self.group) == (100_000, 0, 69_999, -30_001)

        groups.shared(self.group, by=kim)

        assert groups.sums(kim, self.group) == (0, 0, 0, 0)

    @pytest.mark.parametrize(
        ("kind", "amount", "said"),
        [
            ("borrowed", 20_001, "Hộp tiền không đủ"),
            ("drawn", 10_001, "lớn hơn phần của người này"),
            ("returned", 1, "không có khoản này"),
            ("cost", 0, "lớn hơn 0"),
            ("shared", 5, "chọn một mục"),
        ],
    )
    def test_nothing_is_overdrawn(self, kim, kind, amount, said):
        groups.met(self.group, {self.hoa: 1, self.ly: 1}, by=kim)
        with pytest.raises(actions.Refused, match=said):
            groups.wrote(self.hoa, kind, amount, by=kim)

    def test_a_mistake_is_taken_back_once(self, kim):
        entry, key = groups.wrote(self.hoa, "saved", 500, by=kim), uuid4()
        for _twice in range(2):
            groups.corrected(entry, by=kim, key=key)

        assert groups.sums(kim, self.group) == (0, 0, 0, 0)
        with pytest.raises(actions.Refused, match="đã được đính chính"):
            groups.corrected(entry, by=kim)

    def test_what_was_shared_out_is_not_taken_back(self, kim):
        groups.met(self.group, {self.hoa: 1}, by=kim)
        groups.shared(self.group, by=kim)
        with acting(kim):
            entry = queries.book_of(self.group, kim)[0]
            entry = queries.group_entry_in(kim, self.group.pk, entry.pk)

        with pytest.raises(actions.Refused, match="không đính chính từng dòng"):
            groups.corrected(entry, by=kim)

    def test_who_leaves_takes_her_name_along_and_the_sums_stay(self, kim):
        groups.wrote(self.hoa, "saved", 500, by=kim)
        with pytest.raises(actions.Refused, match="trước khi rời tổ"):
            actions.forget_saver(saver=self.hoa, by=kim, now=clock.now())
        groups.wrote(self.hoa, "drawn", 500, by=kim)

        actions.forget_saver(saver=self.hoa, by=kim, now=clock.now())

        with acting(kim):
            assert not DataKey.objects.filter(pk=self.hoa.key_id).exclude(wrapped=b"").exists()
            assert [one.name.open() for one in queries.savers_of(self.group, kim)] == ["Lý", "Sen"]
            assert GroupEntry.objects.filter(saver=self.hoa).count() == 2
        with pytest.raises(actions.Refused, match="rời tổ"):
            groups.wrote(self.hoa, "saved", 500, by=kim)

    def test_another_agency_knows_of_no_group(self):
        yen = make.officer("shelter")
        with acting(yen):
            for model in (Group, Saver, GroupEntry):
                assert not model.objects.exists()
            assert queries.groups_of(yen) == []
        for do in (
            lambda: groups.joined(self.group, by=yen),
            lambda: groups.met(self.group, {self.hoa: 1}, by=yen),
        ):
            with pytest.raises(actions.Refused, match="không ghi sổ"):
                do()

    def test_the_database_lets_nobody_draw_from_an_empty_box(self, kim):
        entry = GroupEntry(
            agency=kim.agency, group=self.group, saver=self.hoa, number=1, kind="borrowed",
            taken_from="box", put_into="lent", amount=1, on=clock.today(), key=uuid4(),
            at=clock.now(), by=kim,
        )  # fmt: skip
        with (
            pytest.raises(IntegrityError, match="never_overdrawn"),
            writing(),
            acting(kim),
        ):
            entry.save(force_insert=True)

    def group_now(self, kim):
        return queries.group(kim, self.group.pk)


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["verifier", "specialist", "coordinator", "admin", "volunteer"])
def test_who_has_nothing_to_do_with_money_keeps_no_group(kim, role):
    with pytest.raises(actions.Refused, match="không ghi sổ"):
        groups.group(agencies.member(kim.agency, role=role))
