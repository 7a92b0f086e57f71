"""Linkage (đối chiếu): lists of people who came home, and which of them may be one person.

Owns: lists, their rows and candidate pairs, all sealed with a key of their list; the engine.
Never: joins by itself. It proposes, says why and how likely, and a person decides pair by pair.
"""
