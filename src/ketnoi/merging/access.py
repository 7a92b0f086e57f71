"""Who may say that two files are about one person, and take it back."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ketnoi.cases.models import Case


def may_merge(*, into: "Case", away: "Case", keeps_both: bool) -> bool:
    """Merge two files: whoever keeps both of them in order, at the one agency that holds both."""
    return keeps_both and into.pk != away.pk and into.holder_id == away.holder_id


def may_undo(*, keeps_both: bool) -> bool:
    """Take a merge back: whoever keeps both files in order; a coordinator opens neither."""
    return keeps_both
