"""Places for a scene. The test database already holds the edition that is in the folder."""

from datetime import UTC, datetime

from ketnoi.foundation.action import writing
from ketnoi.foundation.actor import NETWORK
from ketnoi.places import actions
from ketnoi.places.models import Commune, Edition

MORNING = datetime(2026, 3, 27, 1, 0, tzinfo=UTC)
MY_TU, MY_HUONG, SOC_TRANG = "31567", "31591", "31507"


def load(**options):
    return actions.load_places(by=NETWORK, now=MORNING, **options)


def older_edition():
    """As if the places had come with an older edition, in which Mỹ Tú was written wrongly."""
    with writing():
        Edition.objects.update(version="0")
        Commune.objects.filter(code=MY_TU).update(name="Mỹ Tũ", folded="")
