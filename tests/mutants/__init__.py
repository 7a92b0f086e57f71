"""Named mutants: one file for each promise, and a test that every one still fits the code."""
