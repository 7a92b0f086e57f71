"""Intake (tiếp nhận): the first conversation, in at most six questions.

Owns: quick intake, drafts of those who do not want to be recorded, the count of them.
Never: keeps anything about somebody who said no, beyond a day and a number without a person.
"""
