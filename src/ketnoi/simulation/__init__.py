"""A simulated network: weeks of work on the real code and a database of its own, in minutes.

Owns: no table; what happens goes through the actions, in a database that is thrown away.
Never: a real person, number or address; the data of a demo or of an installation.
"""
