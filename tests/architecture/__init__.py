"""Rules about the code, kept by tests. Each is fed a bad example to show that it can fail."""
