"""What happens in an invented file, step by step: the same for the loader and for the actions."""

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

YEARS = 3
GOES_ON_FOR = 300
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Danh", "Thạch", "Sơn")
MIDDLE = ("Thị", "Thị Ngọc", "Thị Kim", "Thanh", "Thị Mỹ", "Thúy")
GIVEN = ("Lan", "Hoa", "Mai", "Yến", "Trinh", "Nga", "Thảo", "Vy", "Duyên", "Hạnh", "Út", "Sa")
SAID = (
    "Đã gọi, chị ấy nghe máy. Hẹn gặp lại vào tuần sau ở trụ sở. ",
    "Chị ấy muốn làm lại giấy tờ và hỏi về việc học nghề may. ",
    "Người nhà chưa biết. Không gọi vào buổi tối. ",
    "Đã liên hệ nơi tiếp nhận, đang chờ trả lời. ",
)
PURPOSES = ("safe_place", "papers_legal", "health", "livelihood", "follow_up")
CHANNELS = ("phone", "visit", "partner", "tip")
RISKS = ("unknown", "low", "high")
ASKING = ("draft", "send", "seen", "accept", "begin", "report", "confirm")
CODE_LETTERS, CODE_BASE, CODE_STEP = 4, 31, 387_420
FILES_OF_CODES = CODE_BASE**CODE_LETTERS


@dataclass(frozen=True)
class Step:
    """One thing somebody does in a file, when, and with which facts."""

    verb: str
    at: datetime
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Story:
    """A file: which one, and everything that happens in it."""

    number: int
    purpose: str
    steps: list[Step]


def story(number: int, *, until: datetime) -> Story:
    """The story of a file, always the same for the same number and day."""
    return Storyteller(number, until).tell()


def letters(number: int, alphabet: str) -> str:
    """The letters of a file code: spread out like drawn ones, and no two the same."""
    drawn = (number + 1) * CODE_STEP % FILES_OF_CODES
    return "".join(alphabet[drawn // CODE_BASE**n % CODE_BASE] for n in range(CODE_LETTERS))


def phone(number: int) -> str:
    """A number of somebody who is not there."""
    return f"+849{number:08d}"


def paper(number: int) -> str:
    """The number of a paper that nobody has: real ones do not begin with 000."""
    return f"000195{number:06d}"


class Storyteller:
    """Makes up one file."""

    def __init__(self, number: int, until: datetime) -> None:
        self.number, self.until = number, until
        self.chance = random.Random(number)  # noqa: S311 - invented data, the same each time
        self.at = until - timedelta(minutes=self.chance.randint(60, YEARS * 365 * 1440))
        self.at = self.at.replace(second=0, microsecond=0)
        self.is_old = until - self.at > timedelta(days=GOES_ON_FOR)
        self.purpose = self.chance.choice(PURPOSES)
        self.steps: list[Step] = []

    def tell(self) -> Story:
        """From the first call on, as far as it has come by now."""
        self._reception()
        if self.chance.random() < 0.85:  # noqa: PLR2004 - most, not all
            self._consent()
        self._looks(2)
        if self.is_old and self.chance.random() < 0.9:  # noqa: PLR2004 - some go on for years
            self._step("close", reason="goals_met")
        kept = [step for step in self.steps if step.at <= self.until]
        return Story(self.number, self.purpose, kept)

    def _step(self, verb: str, *, hours: float = 20, **facts: Any) -> None:
        self.steps.append(Step(verb, self.at, facts))
        self.at += timedelta(minutes=int(60 * hours * self.chance.uniform(0.3, 2)))

    def _reception(self) -> None:
        pick = self.chance.choice
        name = f"{pick(FAMILY)} {pick(MIDDLE)} {pick(GIVEN)}"
        about = {"channel": pick(CHANNELS), "risk": pick(RISKS), "needs": [self.purpose]}
        self._step("receive", hours=0, called=name.split()[-1], phone=phone(self.number), **about)
        self._step("describe", hours=1, name=name, birth_year=self.chance.randint(1970, 2004))
        if self.chance.random() < 0.2:  # noqa: PLR2004 - few have papers with them
            self._step("paper", hours=1, number=paper(self.number))
        self._notes(1)

    def _consent(self) -> None:
        self._step("consent")
        self._step("tick")
        if self.chance.random() < 0.8:  # noqa: PLR2004 - most are referred
            self._asking()

    def _asking(self) -> None:
        far = len(ASKING) if self.is_old else self.chance.randint(1, len(ASKING))
        for verb in ASKING[:far]:
            self._step(verb)
            if verb == "begin":
                self._notes(1)
                self._looks(1)

    def _notes(self, most: int) -> None:
        for _n in range(self.chance.randint(0, 2 * most)):
            body = "".join(self.chance.choices(SAID, k=self.chance.randint(1, 5)))
            privacy = self.chance.choice(("agency", "network"))
            self._step("note", body=body, privacy=privacy, kind=self.chance.choice(KINDS))

    def _looks(self, most: int) -> None:
        for _n in range(self.chance.randint(1, 2 * most)):
            self._step("look")


KINDS = ("call", "meeting", "other")
