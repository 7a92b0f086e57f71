"""The root of all tests: where they run is said before anything reads the settings."""

pytest_plugins = ["tests.database"]
