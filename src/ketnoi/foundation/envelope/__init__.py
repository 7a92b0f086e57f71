"""Sealed files: to whom they are sealed, how they are laid out, written whole, and kept."""
