"""Journeys: people of the demo at their own screens, in a real browser, on the running program."""

import pytest

JOURNEY = pytest.mark.browser
