"""Identification (xác minh, xác định): what the law calls her, who decided it, on what ground.

Owns: decisions on legal status, their papers and evidence, and what waits to be decided.
Never: what she told a counsellor; who may open a file (see `cases`); what help follows.
"""
