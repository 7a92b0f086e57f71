"""Trainings (hội thảo, tập huấn): what the network did together, and how its members were called.

Owns: events of the network with their topics and sources.
Never: who among those who came was once trafficked or lives with violence.
"""
