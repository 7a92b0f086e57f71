"""What is done in the network itself, with no file: the third part of the matrix."""

from datetime import timedelta
from typing import Any

from ketnoi.agencies import actions as network
from ketnoi.agencies.terms import Role
from ketnoi.agencies.tests import make as agencies
from ketnoi.api import actions as api
from ketnoi.foundation import clock
from ketnoi.foundation.envelope import carried, spoken
from ketnoi.pathway import actions as pathway
from ketnoi.rounds import actions as rounds
from ketnoi.rounds.tests.make import CAN_THO
from ketnoi.transfers import actions as transfers
from ketnoi.transfers.actions.sending import CODE
from ketnoi.transfers.rules.packet import Told
from tests.access.acts import (
    COORDINATORS,
    EVERYWHERE,
    EVERYWHERE_ADMIN,
    MANAGERS_ANYWHERE,
    NOBODY,
    OFFICERS_ANYWHERE,
    OWN_LEAVE,
    WORKERS,
    Act,
    at,
    into,
)
from tests.access.scene import Scene

ACTS: list[Act] = []
act = into(ACTS)


@act("name a witness", EVERYWHERE_ADMIN, EVERYWHERE)
def _name_witness(s: Scene, by: Any) -> None:
    keeper = agencies.agency("legal_aid")
    actions = {"channel": "file", "address": "", "by": by, "now": clock.now()}
    network.name_witness(agency=keeper, **actions)


@act("release a witness", EVERYWHERE_ADMIN, EVERYWHERE)
def _release_witness(s: Scene, by: Any) -> None:
    network.release_witness(witness=s.witness, by=by, now=clock.now())


@act("draw up an agreement", COORDINATORS, EVERYWHERE)
def _propose(s: Scene, by: Any) -> None:
    asked = {"agencies": [s.lan.agency, s.yen.agency], "by": by, "now": clock.now()}
    agencies.proposed(**asked)


@act("sign an agreement for the holder", at("holder", (Role.LEAD,)) | COORDINATORS, EVERYWHERE)
def _sign(s: Scene, by: Any) -> None:
    network.sign_agreement(party=s.unsigned, by=by, now=clock.now())


@act("leave an agreement for the holder", at("holder", (Role.LEAD,)) | COORDINATORS, EVERYWHERE)
def _leave(s: Scene, by: Any) -> None:
    network.leave_agreement(party=s.signed, by=by, now=clock.now())


@act("end an agreement", COORDINATORS, EVERYWHERE)
def _end_agreement(s: Scene, by: Any) -> None:
    network.end_agreement(agreement=s.signed.agreement, by=by, now=clock.now())


@act("let a program in", MANAGERS_ANYWHERE, EVERYWHERE)
def _join_program(s: Scene, by: Any) -> None:
    network.join_program(name="Phần mềm", by=by, now=clock.now())


@act("say that the officer in charge is away", OWN_LEAVE, EVERYWHERE)
def _note_leave(s: Scene, by: Any) -> None:
    today = clock.today()
    days = {"since": today, "until": today, "by": by, "now": clock.now()}
    network.note_leave(member=s.lan, substitute=agencies.member(s.lan.agency), **days)


@act("be told on a device", EVERYWHERE, EVERYWHERE)
def _add_device(s: Scene, by: Any) -> None:
    agencies.told_on(by)


@act("stop the device of the officer in charge", NOBODY, NOBODY)
def _stop_bell(s: Scene, by: Any) -> None:
    bell = agencies.told_on(s.lan)
    network.stop_bell(bell=bell, by=by, now=clock.now())


@act("have a program told", MANAGERS_ANYWHERE, MANAGERS_ANYWHERE)
def _begin_webhook(s: Scene, by: Any) -> None:
    api.begin_webhook(url="http://localhost:9/", by=by, now=clock.now())


@act("take somebody in at night", at("partner", (*WORKERS, Role.SPECIALIST)), OFFICERS_ANYWHERE)
def _admit_at_night(s: Scene, by: Any) -> None:
    said = {"called": "", "danger": "unknown", "once": "", "house_rules_read": False}
    pathway.admit_at_night(unit="women", by=by, now=clock.now(), **said)


@act("take in a file from another province", OFFICERS_ANYWHERE, OFFICERS_ANYWHERE)
def _take_in(s: Scene, by: Any) -> None:
    now, code = clock.now(), spoken.new(CODE)
    told = Told.model_validate(
        {
            "packet": "0" * 32,
            "receipt": "0" * 64,
            "made_at": now,
            "until": now + timedelta(days=1),
            "province": "…",
            "agency": "…",
            "reason": "moved",
            "packs": [],
        }
    )
    packet = carried.close(told.model_dump_json(exclude_none=True).encode(), code)
    arrival = transfers.open_packet(data=packet, code=code, by=by, now=now)
    transfers.take_in(arrival=arrival, by=by, now=now)


@act("announce a round", COORDINATORS, EVERYWHERE)
def _announce(s: Scene, by: Any) -> None:
    rounds.call_off_round(round_=s.round, by=_of_the_province(s.dung), now=clock.now())
    rounds.announce_round(by=_of_the_province(by), now=clock.now())


@act("begin a round", COORDINATORS, EVERYWHERE)
def _begin_round(s: Scene, by: Any) -> None:
    rounds.begin_round(round_=s.round, by=_of_the_province(by), now=clock.now())


@act("call a round off", COORDINATORS, EVERYWHERE)
def _call_off_round(s: Scene, by: Any) -> None:
    rounds.call_off_round(round_=s.round, by=_of_the_province(by), now=clock.now())


def _of_the_province(by: Any) -> Any:
    """Somebody whose agency works where the round is made."""
    by.agency.province_id = CAN_THO
    return by
