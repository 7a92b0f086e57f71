"""How the front door speaks: Vietnamese first, English beside it."""

import sys

MISUSE = 2


class Stop(Exception):
    """The command cannot go on. Carries the sentence in both languages and the exit code."""

    def __init__(self, vietnamese: str, english: str, code: int = 1) -> None:
        super().__init__(f"{vietnamese} / {english}" if english else vietnamese)
        self.code = code


def say(line: str) -> None:
    """Say how far we are, on the side of the output that no program reads."""
    print(line, file=sys.stderr, flush=True)
