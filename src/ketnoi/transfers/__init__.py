"""Transfers (chuyển hồ sơ sang tỉnh khác): an office in another province answers for her.

Owns: what goes along and on what ground, the sealed packet, its receipt, and taking one in.
Never: opens a door, sends anything through a network, or ends a file before it was received.
"""
