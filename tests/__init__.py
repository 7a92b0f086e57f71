"""Tests of the whole system. Tests of one domain live in that domain."""
