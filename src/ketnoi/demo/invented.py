"""Invented persons: always the same ones, and each plainly marked as invented."""

from dataclasses import dataclass
from itertools import count

MARK = "(dữ liệu giả)"
LETTERS = "ABCDEGHKLMNPQRSTUVXY"
SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ")
KHMER_SURNAMES = ("Thạch", "Sơn", "Kim", "Danh")
GENERATIONS = {("female", 19): 1, ("male", 19): 0, ("female", 20): 3, ("male", 20): 2}
CALLED = {"female": "chị", "male": "anh"}
GROWN_UP = 18


@dataclass(frozen=True)
class Invented:
    """Somebody who does not exist. CCCD numbers begin with 000, which no province has."""

    name: str
    called: str
    sex: str
    birth_year: int
    language: str
    needs_interpreter: bool
    phone: str
    paper: str


class People:
    """The invented persons, one after the other, as of a year."""

    def __init__(self, year: int) -> None:
        self.year = year
        self.numbers = count()

    def next(
        self, *, age: int = 28, sex: str = "female", language: str = "vi", interpreter: bool = False
    ) -> Invented:
        """The next one."""
        number = next(self.numbers)
        born, letter = self.year - age, _letter(number)
        middle = "Thị" if sex == "female" else "Văn"
        surnames = KHMER_SURNAMES if language == "km" else SURNAMES
        return Invented(
            name=f"{surnames[number % len(surnames)]} {middle} {letter} {MARK}",
            called=f"{CALLED[sex] if age > GROWN_UP else 'em'} {letter} {MARK}",
            sex=sex,
            birth_year=born,
            language=language,
            needs_interpreter=interpreter,
            phone=f"+84900000{number + 100:03d}",
            paper=f"000{GENERATIONS[sex, born // 100]}{born % 100:02d}{number + 1:06d}",
        )


def _letter(number: int) -> str:
    row, place = divmod(number, len(LETTERS))
    return f"{LETTERS[place]}{row or ''}"
