"""How days and numbers are written."""
