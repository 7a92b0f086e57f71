"""The root of all tests: where they run is said before anything reads the settings."""

import gc

pytest_plugins = ["tests.database", "tests.spreading"]

# Each test makes and drops a few thousand objects; looking through all of them costs a tenth.
gc.set_threshold(200_000, 20, 100)


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: nobody looks through it again."""
    gc.freeze()
