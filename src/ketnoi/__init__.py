"""Kết Nối: a province stands together beside women who come home."""
