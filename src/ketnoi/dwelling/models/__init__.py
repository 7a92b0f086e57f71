"""The book of a stay, and what is written in it; transports, which two agencies see."""

from ketnoi.dwelling.models.belongings import Belonging as Belonging
from ketnoi.dwelling.models.belongings import HandBack as HandBack
from ketnoi.dwelling.models.books import DayNote as DayNote
from ketnoi.dwelling.models.books import HouseBook as HouseBook
from ketnoi.dwelling.models.transports import Transport as Transport
from ketnoi.dwelling.models.transports import TransportEvent as TransportEvent
from ketnoi.dwelling.models.transports import TransportWords as TransportWords
from ketnoi.dwelling.models.visits import Visit as Visit
