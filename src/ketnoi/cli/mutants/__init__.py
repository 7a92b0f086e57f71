"""`ketnoi test --mutants`: break the code on purpose, and see that a test notices.

A mutant is data (`tests/mutants/*.toml`): a file, the exact text before and after, and the test
that must fail. Each is tried in a throw-away copy of the checkout.
"""

from ketnoi.cli.mutants.told import Mutant, everything
from ketnoi.cli.mutants.trying import run

__all__ = ["Mutant", "everything", "run"]
