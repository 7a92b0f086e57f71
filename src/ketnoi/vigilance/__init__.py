"""Tips (báo tin): what somebody saw and tells without a name, and its way to the police.

Owns: desks, tips and their boxes, triage, sightings and what links them, handing over.
Never: a file. Nothing goes from a tip into a file but by a person who reads and writes it there.
"""
