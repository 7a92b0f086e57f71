"""Loading the demo: all of it in one transaction, or nothing."""

from collections.abc import Callable

from django.db import transaction

from ketnoi.agencies import actions as agencies
from ketnoi.agencies import queries as network
from ketnoi.demo import (
    agreements,
    calls,
    cast,
    drives,
    living,
    offers,
    plans,
    requests,
    stage,
    tips,
)
from ketnoi.demo.clockwork import Calendar
from ketnoi.demo.crowd import tell_crowd
from ketnoi.demo.day import tell_day
from ketnoi.demo.journey import tell_journey
from ketnoi.demo.keeping import keep_up
from ketnoi.demo.one_stop import tell_one_stop
from ketnoi.demo.twice import tell_twice
from ketnoi.directory import actions as directory
from ketnoi.directory import queries as entries
from ketnoi.foundation.actor import NETWORK
from ketnoi.trainings import actions as trainings
from ketnoi.trainings import queries as events

Progress = Callable[[str], None]


def load(*, progress: Progress = lambda line: None) -> None:
    """People, network and stories come in, once. Needs the owner's connection for the clock."""
    if network.demo_members().exists():
        return
    with transaction.atomic(), Calendar() as calendar:
        progress("Mạng lưới, danh bạ… / Network, directory…")
        _network(calendar)
        at_hand = stage.build(cast.join(calendar), calendar)
        agreements.agree(at_hand)
        offers.offer(at_hand)
        plans.open_fund(at_hand)
        progress("Câu chuyện 12 tháng… / The story of twelve months…")
        tell_journey(at_hand)
        progress("Việc hôm nay của Lan… / Lan's day…")
        tell_day(at_hand)
        progress("Hồ sơ của các đơn vị khác… / Files of the other agencies…")
        tell_crowd(at_hand)
        tell_twice(at_hand)
        tell_one_stop(at_hand)
        living.live(at_hand)
        drives.drive(at_hand)
        tips.tell(at_hand)
        calls.ask(at_hand)
        calls.answer(at_hand)
        requests.return_unanswered(at_hand)
        offers.withdraw(at_hand)
        offers.announce(at_hand)
        keep_up(at_hand)


def _network(calendar: Calendar) -> None:
    """Bring in what the reference data may have brought in already."""
    if not network.agencies().exists():
        agencies.load_network(by=NETWORK)
    if not entries.services():
        directory.load_directory(by=NETWORK, now=calendar.now)
    if not events.network_events().exists():
        trainings.load_events(by=NETWORK, now=calendar.now)
