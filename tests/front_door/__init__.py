"""The front door, tried as people use it."""
