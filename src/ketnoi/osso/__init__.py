"""OSSO (một cửa): one office hears all that a returned migrant woman and her family ask for.

Owns: walk-ins with their wishes, appointments, consultation sessions, what papers a child lacks.
Never: an address of the office, which would give away the shelter beside it; referrals themselves.
"""
