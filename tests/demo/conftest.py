"""The demo, loaded once for all tests of a module, and gone afterwards."""

from collections.abc import Iterator

import pytest

from tests import database


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker) -> Iterator[list[str]]:
    """The lines of progress that were shown while it was loaded."""
    from ketnoi.demo import load

    lines: list[str] = []
    with django_db_blocker.unblock():
        load(progress=lines.append)
        yield lines
        database._copy_again()
