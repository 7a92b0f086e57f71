"""Whatever is done with two files on their way, in whatever order: who answers for her is clear.

The machine keeps by itself what each step should come to, and compares after every step.
"""

from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from hypothesis.stateful import run_state_machine_as_test as run

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import queries as cases
from ketnoi.cases.models import Case, CaseAccess, Task
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused
from ketnoi.foundation.envelope import carried, spoken
from ketnoi.foundation.guard.context import reading
from ketnoi.protection.tests import make as protection
from ketnoi.referrals import actions as referrals
from ketnoi.referrals.tests import make as requests
from ketnoi.transfers import actions, jobs, queries, rules
from ketnoi.transfers.actions.sending import RECEIPT
from ketnoi.transfers.models import Transfer
from ketnoi.transfers.tests import make

pytestmark = pytest.mark.django_db

WHICH = st.integers(0, 1)
MOST = 5
"""Wrong receipts after which a packet is void (`transfer.wrong_receipts`)."""


class OnTheWay(RuleBasedStateMachine):
    """Two files of one office, each open to a shelter; a receipt is worth one packet alone."""

    @initialize()
    def begin(self) -> None:
        """Both are on their way already."""
        self.point = transaction.atomic()
        self.point.__enter__()
        self.lan = agencies.member(agencies.agency("women_union", "province"), name="Lan")
        self.mai = agencies.member(self.lan.agency, "lead", name="Mai")
        self.yen = agencies.member(agencies.agency("shelter", "province"), name="Yến")
        self.bed = requests.service(self.yen.agency, "safe_place")
        self.files = [self._open_file() for _each in range(2)]
        self.stands: list[str] = ["", ""]
        self.receipts: list[str] = ["", ""]
        self.gone = [False, False]
        self.wrong = [0, 0]
        for at in range(2):
            self.start(at)
            self.approve(at, second=True)
            self.close(at)

    def teardown(self) -> None:
        """Take everything back."""
        if hasattr(self, "point"):
            transaction.set_rollback(True)
            self.point.__exit__(None, None, None)

    @rule(at=WHICH)
    def start(self, at: int) -> None:
        """Lan begins."""
        may = self.stands[at] not in {"proposed", "approved", "sent"} and not self.gone[at]
        with self._refused(not may):
            make.started(self._file(at), by=self.lan, packs=("contact",))
            self.stands[at] = "proposed"

    @rule(at=WHICH, second=st.booleans())
    def approve(self, at: int, second: bool) -> None:
        """Somebody stands for it: only Mai may."""
        if self.stands[at]:
            with self._refused(not (second and self.stands[at] == "proposed")):
                by = self.mai if second else self.lan
                actions.approve_transfer(transfer=self._transfer(at), by=by, now=clock.now())
                self.stands[at] = "approved"

    @rule(at=WHICH)
    def close(self, at: int) -> None:
        """A packet is made; whoever opens it knows its receipt."""
        if self.stands[at]:
            with self._refused(self.stands[at] not in {"approved", "sent"}):
                data, code = make.packet(self._transfer(at), self.lan)
                told = queries.opened(carried.reopen(data, code))
                key = bytes.fromhex(told.receipt)
                self.receipts[at] = spoken.of(key, rules.receipt_words(told.packet), RECEIPT)
                self.stands[at], self.wrong[at] = "sent", 0

    @rule(at=WHICH)
    def receive(self, at: int) -> None:
        """Lan types the receipt of this transfer."""
        self._typed(at, of=at)

    @rule(at=WHICH)
    def receive_another(self, at: int) -> None:
        """Lan types the receipt of the other one."""
        self._typed(at, of=1 - at)

    @rule(at=WHICH, how=st.sampled_from(["taken_back", "withdrawn", "lapsed"]))
    def end(self, at: int, how: str) -> None:
        """It ends before it was received."""
        if not self.stands[at] or (how == "lapsed" and self.stands[at] == "proposed"):
            return
        with self._refused(self.stands[at] not in {"proposed", "approved", "sent"}):
            transfer = self._transfer(at)
            if how == "taken_back":
                actions.take_back(transfer=transfer, by=self.lan, now=clock.now())
            elif how == "withdrawn":
                actions.withdraw_yes(transfer=transfer, by=self.lan, now=clock.now())
            elif self.stands[at] in {"approved", "sent"}:
                make.late(transfer)
                jobs.lapse_transfers(0)
            else:
                raise Refused
            self.stands[at], self.receipts[at] = how, ""

    @invariant()
    def it_is_clear_who_answers_for_her(self) -> None:
        """The file stands, is open to others, and is written in, exactly until it was received."""
        for at, file in enumerate(getattr(self, "files", [])):
            with reading(self.lan):
                case = Case.objects.get(pk=file.pk)
                doors = CaseAccess.objects.filter(case=file, ended_at=None).count()
                waits = Task.objects.filter(case=file, done_at=None).exists()
                found = list(Transfer.objects.filter(case=file).values_list("state", flat=True))
            assert (case.status == "transferred") == self.gone[at]
            assert doors == (0 if self.gone[at] else 2)
            assert waits != self.gone[at]
            assert not self.stands[at] or self.stands[at] in found
            with self._refused(self.gone[at]):
                make.write(self._file(at), "Đi tiếp", self.lan)

    def _typed(self, at: int, *, of: int) -> None:
        if self.stands[at] and self.receipts[of]:
            with self._refused(self.stands[at] != "sent" or self.wrong[at] == MOST):
                right = make.confirmed(self._transfer(at), self.receipts[of], self.lan)
                assert right == (at == of)
                self.wrong[at] += not right
                if right:
                    self.stands[at], self.gone[at] = "received", True

    def _open_file(self) -> Any:
        file = make.files.case(self.lan, phone=make.files.PHONE)
        sent = requests.sent(file, self.bed, by=self.lan)
        referrals.accept_referral(referral=sent, by=self.yen, now=clock.now())
        protection.opened(file, self.yen.agency)
        return file

    def _file(self, at: int) -> Any:
        with reading(self.lan):
            return cases.case_by_code(self.lan, self.files[at].code)

    def _transfer(self, at: int) -> Any:
        return make.fresh(self.files[at], self.lan)

    def _refused(self, is_refused: bool) -> Any:
        return pytest.raises(Refused) if is_refused else transaction.atomic()


def test_whatever_comes_in_whatever_order():
    options = {"max_examples": 10, "stateful_step_count": 8, "deadline": None}
    run(OnTheWay, settings=settings(**options, suppress_health_check=list(HealthCheck)))
