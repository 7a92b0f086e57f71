"""The one error of this package: something was typed that cannot be read."""

from django.utils.functional import Promise


class Unreadable(ValueError):
    """What was typed cannot be read. The sentence says what to type, and repeats no value."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(sentence)
        self.sentence = sentence

    def __str__(self) -> str:
        return str(self.sentence)
