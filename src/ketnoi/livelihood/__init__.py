"""Livelihood (sinh kế): jobs, training, loans and tools, and how a woman comes to one of them.

Owns: opportunities, placements and every step between the proposal and its end.
Never: why somebody is supported; a job centre works from the file's code and never opens the file.
"""
