"""The box of whoever told something: found by the receipt, which is kept nowhere."""

from uuid import UUID

from django.utils.crypto import salted_hmac

from ketnoi.foundation.actor import Guest
from ketnoi.foundation.crypto import blind_ids
from ketnoi.foundation.guard import context
from ketnoi.vigilance import rules
from ketnoi.vigilance.models import Desk, Tip
from ketnoi.vigilance.queries.desks import FORGOTTEN

PURPOSE = "receipt"
MADE_OF = "ketnoi:tip-receipt"
in_groups = rules.in_groups


def receipt_of(form: UUID) -> str:
    """The receipt of what was sent with one form: sent twice, it is the same receipt.

    Whoever has a dump cannot make it, as the number of the form is kept nowhere.
    """
    made = salted_hmac(MADE_OF, str(form), algorithm="sha256").digest()
    return rules.with_check(int.from_bytes(made[:12], "big"))


def holder_of(
    receipt: str, *, desk: Desk | None = None, typed_by: UUID | None = None, nth: int = 0
) -> Guest:
    """Whoever holds a receipt: she reaches one box, and no other."""
    name = blind_ids(PURPOSE, receipt)[nth]
    return Guest(key=str(name), agency_id=desk.agency_id if desk else None, typed_by=typed_by)


def has_come(holder: Guest) -> bool:
    """Whether what she sends came before."""
    with context.acting(holder):
        return Tip.objects.filter(mailbox=holder.key).exists()


def box(receipt: str) -> tuple[Guest, Tip] | None:
    """The box of a receipt, with who holds it; nothing when no tip has this receipt."""
    for nth in range(len(blind_ids(PURPOSE, receipt))):
        holder = holder_of(receipt, nth=nth)
        if (found := _box(holder)) is not None:
            return Guest(key=holder.key, agency_id=found.agency_id), found
    return None


def _box(holder: Guest) -> Tip | None:
    with context.acting(holder):
        found = (
            Tip.objects.filter(mailbox=holder.key).exclude(FORGOTTEN).select_related("key").first()
        )
        if found is not None:
            found.said = list(found.messages.order_by("at", "pk"))  # type: ignore[attr-defined]
        return found
