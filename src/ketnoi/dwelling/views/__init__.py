"""The pages of life in the house."""

from ketnoi.dwelling.views.belongings import belonging, belongings, leave, strike_belonging
from ketnoi.dwelling.views.notes import notes, settle, shift, stay, strike_note
from ketnoi.dwelling.views.transports import on_the_way, transport, transports
from ketnoi.dwelling.views.visits import visit, visits

__all__ = [
    "belonging",
    "belongings",
    "leave",
    "notes",
    "on_the_way",
    "settle",
    "shift",
    "stay",
    "strike_belonging",
    "strike_note",
    "transport",
    "transports",
    "visit",
    "visits",
]
