"""Protection (bảo vệ, tạm lánh): that somebody is safe, and that nobody learns where.

Owns: shelter stays, their reviews and ends, and the place, which only the shelter reads.
Never: a shelter's address in a list, a trail or another agency's page; who may open a file.
"""
