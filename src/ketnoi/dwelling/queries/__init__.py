"""What pages may ask about life in the house, always through the one who asks."""

from ketnoi.dwelling.queries.books import belonging_in_house as belonging_in_house
from ketnoi.dwelling.queries.books import belongings_of as belongings_of
from ketnoi.dwelling.queries.books import book_of as book_of
from ketnoi.dwelling.queries.books import hand_backs_of as hand_backs_of
from ketnoi.dwelling.queries.books import kept_of as kept_of
from ketnoi.dwelling.queries.books import left_behind as left_behind
from ketnoi.dwelling.queries.books import may_decide as may_decide
from ketnoi.dwelling.queries.books import note_in_house as note_in_house
from ketnoi.dwelling.queries.books import notes_of as notes_of
from ketnoi.dwelling.queries.books import open_points as open_points
from ketnoi.dwelling.queries.books import own_shelter as own_shelter
from ketnoi.dwelling.queries.books import running_stay as running_stay
from ketnoi.dwelling.queries.books import stay_in_house as stay_in_house
from ketnoi.dwelling.queries.books import visit_in_house as visit_in_house
from ketnoi.dwelling.queries.books import visits_of as visits_of
from ketnoi.dwelling.queries.books import visits_waiting as visits_waiting
from ketnoi.dwelling.queries.transports import events_of as events_of
from ketnoi.dwelling.queries.transports import open_transports as open_transports
from ketnoi.dwelling.queries.transports import overdue_now as overdue_now
from ketnoi.dwelling.queries.transports import partners_of as partners_of
from ketnoi.dwelling.queries.transports import steps_of as steps_of
from ketnoi.dwelling.queries.transports import transport as transport
from ketnoi.dwelling.queries.transports import transports_of as transports_of
from ketnoi.dwelling.queries.transports import words_of as words_of
