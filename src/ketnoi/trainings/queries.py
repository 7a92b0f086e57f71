"""What pages and other domains may ask about the network's past and its members."""

from dataclasses import dataclass

from django.db.models import QuerySet

from ketnoi.agencies import queries as agencies
from ketnoi.trainings.models import NetworkEvent

ARTICLE = "Bài viết"


@dataclass(frozen=True)
class Organisation:
    """An organisation of the article: how it was called then, and who does its work now."""

    then: str
    now: list[str]
    function: str
    changed: bool = False


def network_events() -> QuerySet[NetworkEvent]:
    """What the network did and lived through, newest first."""
    return NetworkEvent.objects.select_related("organiser")


def organisations() -> list[Organisation]:
    """The organisations the article names, then and now."""
    found = []
    for agency in agencies.network():
        then = [n.name for n in agency.names.all() if n.source.startswith(ARTICLE)]
        if then:
            heirs = [heir.name for heir in agency.successors.all()] if agency.until else []
            does = agency.get_function_display()
            found.append(Organisation(then[0], heirs or [agency.name], does, bool(heirs)))
    return found
