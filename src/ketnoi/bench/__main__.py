"""`python -m ketnoi.bench NAME …`: which measurement."""

import sys

from ketnoi.bench import (
    copies,
    doors,
    flood,
    leak,
    link,
    match,
    pages,
    public,
    queue,
    search,
)

NAMES = {
    "access": doors.run,
    "backup": copies.run,
    "flood": flood.run,
    "leak": leak.run,
    "link": link.run,
    "match": match.run,
    "pages": pages.run,
    "public": public.run,
    "queue": queue.run,
    "search": search.run,
}
MISUSE = 2


def main(arguments: list[str]) -> int:
    """Run the one that was named."""
    name, *rest = arguments or [""]
    if name not in NAMES:
        known = ", ".join(NAMES)
        print(f"Có các phép đo: {known}. / Measurements: {known}.", file=sys.stderr)
        return MISUSE
    return NAMES[name](rest)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
