"""Which tests stay together on one core: those that share a scene that is dear to build.

The mark `xdist_group` has no effect since pytest 9.2 keeps names of tests in another way.
"""

from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

SCENES = ("tests/journeys/", "tests/front_door/test_demo.py", "tests/demo/")


class ByScene(LoadScopeScheduling):
    """Tests of one scene go to one core, one after the other; all others wherever there is time."""

    def _split_scope(self, nodeid: str) -> str:
        return next((scene for scene in SCENES if nodeid.startswith(scene)), nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByScene:
    """How the tests are handed to the cores."""
    return ByScene(config, log)
