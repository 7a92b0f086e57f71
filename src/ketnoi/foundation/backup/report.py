"""What trying a copy out showed, line by line, in both languages."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Proof:
    """One thing that was looked at, and whether it was as it should be."""

    name: str
    is_well: bool
    vietnamese: str
    english: str

    def line(self) -> str:
        """On one line."""
        return (
            f"{'ok  ' if self.is_well else 'FAIL'} {self.name}: {self.vietnamese} / {self.english}"
        )


@dataclass
class Report:
    """All of it, and how long each part took."""

    made_at: str = ""
    rows: int = 0
    proofs: list[Proof] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    pending: list[str] = field(default_factory=list)

    @property
    def is_well(self) -> bool:
        """Whether this copy can be trusted."""
        return bool(self.proofs) and all(proof.is_well for proof in self.proofs)

    def lines(self) -> list[str]:
        """The report as it is printed."""
        took = ", ".join(f"{name} {value:.1f} s" for name, value in self.seconds.items())
        return [
            f"Bản sao lúc {self.made_at}, {self.rows} dòng. / "
            f"Copy of {self.made_at}, {self.rows} rows.",
            *(proof.line() for proof in self.proofs),
            f"Thời gian / time: {took}",
            "Bản sao này khôi phục được. / This copy can be brought back."
            if self.is_well
            else "Bản sao này KHÔNG khôi phục đúng. / This copy does NOT come back right.",
        ]
