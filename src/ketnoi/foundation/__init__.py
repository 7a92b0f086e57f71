"""What every floor stands on, and which knows no word of the field.

Owns: actions, the trail, pages, row guards, sealed text, clocks, jobs, notices, Vietnamese text.
Never: a case, an agency, a woman.
"""
