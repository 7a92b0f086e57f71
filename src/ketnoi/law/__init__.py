"""Law (pháp luật): what the law says and what the network agreed, as dated data with its source.

Owns: legal facts with the days they are in force, deadlines, the days offices are closed.
Never: a decision about a person; a rule from memory that nobody has read.
"""
