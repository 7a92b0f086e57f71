"""Places: provinces and communes of today, and what they were called before July 2025.

Owns: provinces, communes, former wards with their districts and provinces, the edition of the data.
Never: an address of a person, a map of anybody's home.
"""
