"""Conferences (họp về hồ sơ): several agencies talk about one file, and share the work out.

Owns: work given across agencies, conferences with agenda, answers, minutes and decisions.
Never: lets in an agency that takes no part in the file, or decides about her without asking her.
"""
