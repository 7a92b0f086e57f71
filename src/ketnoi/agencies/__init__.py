"""Agencies (cơ quan, tổ chức): who takes part in the network, and which people act for them.

Owns: agencies with their names through time, offices, members, roles, invitations.
Never: a case or a person the network supports.
"""
