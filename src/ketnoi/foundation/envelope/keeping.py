"""Which copies are kept: seven days, four weeks, twelve months; keys of persons 35 days."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

DAYS, WEEKS, MONTHS = 7, 4, 12
KEYS_KEPT = timedelta(days=35)
BEGIN, COPY, KEYS, PART = "ketnoi-", ".copy.age", ".keys.age", ".part"
STAMP = "%Y%m%dT%H%M%SZ"


def name(at: datetime, kind: str) -> str:
    """The name of a file: when it was made, and which stream it is."""
    return f"{BEGIN}{at.astimezone(UTC):{STAMP}}{kind}"


def made_at(path: Path) -> datetime | None:
    """When a file was made, by its name; None for a file that is not one of ours."""
    stamp = path.name.removeprefix(BEGIN).split(".")[0]
    try:
        return datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def copies(folder: Path, kind: str = COPY) -> list[Path]:
    """The files of one stream, the newest first."""
    return sorted((p for p in folder.glob(f"{BEGIN}*{kind}") if made_at(p)), reverse=True)


def kept(moments: Iterable[datetime]) -> set[datetime]:
    """The moments whose copies stay: the newest of each of the last days, weeks and months."""
    newest = sorted(moments, reverse=True)
    return {
        *_newest_of(newest, lambda m: m.date(), DAYS),
        *_newest_of(newest, lambda m: m.isocalendar()[:2], WEEKS),
        *_newest_of(newest, lambda m: (m.year, m.month), MONTHS),
    }


def sweep(folder: Path, *, now: datetime) -> list[Path]:
    """Take away what is not kept any longer, and what a broken attempt left. Gives what went."""
    made = {path: at for path in copies(folder) if (at := made_at(path))}
    stay = kept(made.values())
    old = [path for path, at in made.items() if at not in stay]
    keys = [p for p in copies(folder, KEYS) if (at := made_at(p)) and now - at > KEYS_KEPT]
    gone = [*old, *keys, *folder.glob(f".{BEGIN}*{PART}")]
    for path in gone:
        path.unlink(missing_ok=True)
    return gone


def _newest_of(
    moments: list[datetime], period: Callable[[datetime], object], count: int
) -> list[datetime]:
    first: dict[object, datetime] = {}
    for moment in moments:
        first.setdefault(period(moment), moment)
    return list(first.values())[:count]
