"""Journeys: people of the demo at their own screens, in a real browser, on the running program."""

import pytest

# One after the other on one core: a second demo, and looking for its examples, cost a minute.
JOURNEY = [pytest.mark.browser, pytest.mark.xdist_group("journeys")]
