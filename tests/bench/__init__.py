"""The measurements measure what they say; the measuring itself never runs in tests."""
