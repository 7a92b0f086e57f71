"""The words of the addresses for programs."""

HSDS = "3.0"
PROFILE = "https://docs.openreferral.org/en/3.0/"
MOST_A_PAGE = 100
USUAL_A_PAGE = 25
LAST_PAGE = 100_000
