"""Who else may be asked, when a request came to nothing or is not answered."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.agencies import queries as agencies
from ketnoi.cases import queries as cases
from ketnoi.cases.terms import Basis
from ketnoi.directory import queries as directory
from ketnoi.referrals.models import Referral, ReferralEvent
from ketnoi.referrals.terms import OPEN

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.directory.models import Service


@dataclass(frozen=True)
class Offer:
    """A service that may help instead, and whether it may be told without asking her again."""

    entry: directory.Entry
    is_suggested: bool
    is_agreed: bool
    has_agreement: bool = True

    @property
    def rank(self) -> tuple[bool, ...]:
        """What was suggested first; last where no agreement stands."""
        return (not self.has_agreement, not self.is_suggested, not self.is_agreed)

    @property
    def words(self) -> str:
        """The service with every reason for and against it."""
        reasons = [self.entry.hours, *self.entry.reasons]
        if self.is_suggested:
            reasons.insert(0, _("nơi trước gợi ý"))
        if not self.is_agreed:
            reasons.append(_("chưa có sự đồng ý cho nơi này"))
        if not self.has_agreement:
            reasons.append(_("chưa có thỏa thuận với đơn vị này"))
        record = self.entry.record
        return " · ".join([record.name, record.agency.name, *filter(None, reasons)])


def elsewhere(referral: Referral, case: "Case", *, now: datetime) -> list[Offer]:
    """Services for the same need at other agencies: suggested ones first, then the agreed ones."""
    agreed = cases.agreed_recipients(case, purpose=referral.purpose, now=now)
    asked = {referral.from_agency_id, referral.to_agency_id}
    suggested = _suggested(referral)
    partners = agencies.agreed_with(referral.from_agency_id, referral.purpose, now=now)
    found = [
        Offer(
            entry=entry,
            is_suggested=entry.record.pk == suggested,
            is_agreed=referral.basis != Basis.CONSENT or entry.record.agency_id in agreed,
            has_agreement=referral.basis != Basis.CONSENT or entry.record.agency_id in partners,
        )
        for entry in directory.services_for(
            referral.purpose, commune=case.commune, asks=referral.from_agency_id
        )
        if entry.record.agency_id not in asked
    ]
    return sorted(found, key=lambda offer: offer.rank)


def agreed_services(case: "Case", purpose: str, *, now: datetime) -> list[Offer]:
    """Services for a need where she agreed and the agencies did, the likeliest first."""
    agreed = cases.agreed_recipients(case, purpose=purpose, now=now) - {case.holder_id}
    agreed &= agencies.agreed_with(case.holder_id, purpose, now=now)
    return [
        Offer(entry=entry, is_suggested=False, is_agreed=True)
        for entry in directory.services_for(purpose, commune=case.commune, asks=case.holder_id)
        if entry.record.agency_id in agreed
    ]


def needs_to_ask(case: "Case", member: Any) -> list[str]:
    """What she needs and nobody is asked for yet."""
    known = Referral.objects.visible_to(member).filter(case_id=case.pk, state__in=OPEN)
    asked = set(known.values_list("purpose", flat=True))
    return [need for need in case.needs if need not in asked]


def others_for(referral: Referral) -> list["Service"]:
    """Services for the same need at agencies that are not part of this request."""
    asked = {referral.from_agency_id, referral.to_agency_id}
    found = [entry.record for entry in directory.services_for(referral.purpose)]
    return [service for service in found if service.agency_id not in asked]


def chain_of(referral: Referral, member: Any) -> list[Referral]:
    """The requests before and after this one for the same need, as far as she may know of them."""
    known = Referral.objects.visible_to(member).filter(case_id=referral.case_id)
    by_id = {r.pk: r for r in known.select_related("service", "to_agency").order_by("made_at")}
    after = [r for r in by_id.values() if referral.pk in {p.pk for p in _back(r, by_id)}]
    return [*reversed(_back(referral, by_id)), *after]


def _back(referral: Referral, by_id: dict[Any, Referral]) -> list[Referral]:
    passed: list[Referral] = []
    while (earlier := by_id.get(referral.instead_of_id)) is not None and earlier not in passed:
        passed.append(earlier)
        referral = earlier
    return passed


def _suggested(referral: Referral) -> Any:
    events = ReferralEvent.objects.filter(referral=referral).exclude(suggested=None)
    return events.order_by("-at").values_list("suggested_id", flat=True).first()
