"""Reminding (nhắc việc): what waits is said again in time, and to a coordinator when it is late.

Owns: which words were said about a task, and when.
Never: says what the task is, or does it for somebody.
"""
