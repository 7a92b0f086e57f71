"""Tests of lists and of the engine."""
