"""Livelihood (sinh kế): jobs, training, loans and tools, and how a woman comes to one of them.

Owns: opportunities, what she can do and needs, placements, what a partner is told of somebody.
Never: why somebody is supported; a job centre works from the file's code and never opens the file.
"""
