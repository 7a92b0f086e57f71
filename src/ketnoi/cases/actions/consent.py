"""Her yes and its withdrawal."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ketnoi.agencies.terms import Purpose
from ketnoi.cases import access, rules
from ketnoi.cases.actions.doors import close_doors
from ketnoi.cases.actions.keeping_out import refuse_agencies
from ketnoi.cases.actions.tasks import ask, settle
from ketnoi.cases.models import Case, Consent
from ketnoi.cases.terms import Given, Step, TaskKind
from ketnoi.foundation.action import Refused, action, note, part
from ketnoi.foundation.clock import ZONE
from ketnoi.law import queries as law
from ketnoi.people import queries as people

if TYPE_CHECKING:
    from ketnoi.agencies.models import Agency
    from ketnoi.people.models import Representative


@action
def give_consent(
    *,
    case: Case,
    purpose: str,
    recipients: "list[Agency]",
    packs: list[str],
    wording: str,
    language: str,
    given: str,
    until: date | None,
    by: Any,
    now: datetime,
    representative: "Representative | None" = None,
) -> list[Consent]:
    """She agrees that these agencies are told these things for this purpose, until a day."""
    if not access.may_work(member=by, case=case):
        raise Refused(_("Chỉ cán bộ phụ trách hồ sơ mới ghi được sự đồng ý."))
    _refuse_to_share(case, recipients)
    if given != Given.REPRESENTATIVE:
        representative = None
    _refuse_what_is_no_yes(packs or _told(purpose), recipients, given, representative)
    if given != Given.REPRESENTATIVE and people.is_minor(by, case.person_id, on=_day(now)):
        raise Refused(
            _("Người dưới 18 tuổi cần người đại diện đồng ý. Hãy ghi người đại diện trước.")
        )
    her_yes = {
        "case": case,
        "holder_id": case.holder_id,
        "purpose": purpose,
        "packs": packs,
        "wording": wording,
        "language": language,
        "given": given,
        "representative": representative,
        "given_at": now,
        "given_to": by,
        "until": until or rules.consent_until(given_on=_day(now)),
    }
    consents = [Consent(recipient=recipient, **her_yes) for recipient in recipients]
    Consent.objects.bulk_create(consents)
    if settle(case_id=case.pk, kind=TaskKind.ASK_CONSENT, by=by, now=now):
        _what_comes_next(case, by=by, now=now)
    note(
        "consent.given",
        by=by,
        about=consents[0],
        shared=True,
        purpose=purpose,
        packs=packs,
        recipients=[str(c.recipient_id) for c in consents],
        until=consents[0].until,
    )
    return consents


@action
def withdraw_consent(*, consent: Consent, by: Any, now: datetime) -> Consent:
    """She takes her yes back: at once, without reasons, whichever officer of the holder hears."""
    case = consent.case
    if not access.holds(member=by, case=case):
        raise Refused(_("Chỉ đơn vị phụ trách hồ sơ mới ghi được việc rút lại."))
    if consent.withdrawn_at:
        raise Refused(_("Sự đồng ý này đã được rút lại trước đó."))
    consent.withdrawn_at, consent.withdrawn_to = now, by
    consent.save(update_fields=["withdrawn_at", "withdrawn_to"])
    close_doors(consent=consent, by=by, now=now)
    note("consent.withdrawn", by=by, about=consent, shared=True, purpose=consent.purpose)
    return consent


@part
def keep_consent(*, consent: Consent, now: datetime) -> bool:
    """Whether her yes still holds; nobody takes it back before the step that rests on it ends."""
    return Consent.objects.select_for_update().get(pk=consent.pk).holds(now)


def _refuse_to_share(case: Case, recipients: "list[Agency]") -> None:
    if case.restricted_at:
        raise Refused(_("Người được hỗ trợ yêu cầu chỉ giữ, không chia sẻ hồ sơ này."))
    refuse_agencies(case_id=case.pk, agency_ids=[recipient.pk for recipient in recipients])


def _what_comes_next(case: Case, *, by: Any, now: datetime) -> None:
    ask(
        case=case,
        kind=TaskKind.NEXT_STEP,
        step=Step.SUPPORT,
        agency_id=case.holder_id,
        asker_id=case.holder_id,
        member_id=case.keeper_id,
        due_at=law.due(code="case.next_step", start=now),
        now=now,
        page="pathway:case",
        subject=case.code,
    )


def _day(now: datetime) -> date:
    return now.astimezone(ZONE).date()


def _told(purpose: str) -> list[str]:
    """To be asked about elsewhere, nothing of the file is told: only that somebody asks."""
    return [purpose] if purpose == Purpose.RECOGNITION else []


def _refuse_what_is_no_yes(
    packs: list[str], recipients: list, given: str, representative: "Representative | None"
) -> None:
    if not packs or not recipients:
        raise Refused(_("Hãy chọn ít nhất một nơi nhận và một phần thông tin."))
    if given == Given.REPRESENTATIVE and representative is None:
        raise Refused(_("Hãy ghi người đại diện trước, rồi ghi sự đồng ý."))
    if representative is not None and representative.may_be_danger:
        raise Refused(
            _("Người đại diện này có thể gây hại. Hãy tìm người đại diện khác hoặc báo phụ trách.")
        )
