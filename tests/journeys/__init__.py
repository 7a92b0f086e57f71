"""Journeys: people of the demo at their own screens, in a real browser, on the running program."""

import pytest

# One worker plays all of them, because they share one running demo.
JOURNEY = [pytest.mark.browser, pytest.mark.xdist_group("journeys")]
