"""Dwelling (sống trong nhà tạm lánh): how she lives in the house while she stays.

Owns: day notes and what the next shift must know, visits, belongings kept for her, transports.
Never: where the house is; beds and stays themselves, which belong to protection.
"""
