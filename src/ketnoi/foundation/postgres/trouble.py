"""What went wrong with PostgreSQL, said so that somebody can do something about it."""


class Trouble(RuntimeError):
    """PostgreSQL cannot run here. The message says why and what to do, in two languages."""
