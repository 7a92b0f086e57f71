"""Asking for her yes, and what she has said yes to."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.agencies import queries as agencies
from ketnoi.cases import actions, forms, queries
from ketnoi.cases.models import Case
from ketnoi.cases.terms import DEFAULT_PACKS
from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.people import queries as people


@page(Audience.MEMBERS, writes=True, finds=queries.case_by_code)
def consents(request: PageRequest, case: Case) -> HttpResponse:
    partners = agencies.partners_of(request.member.agency, commune=case.commune)
    others = {str(a.pk): a for a in partners}
    form = forms.Agreement(
        request.POST or None,
        recipients=[(pk, a.name) for pk, a in others.items()],
        initial={"packs": list(DEFAULT_PACKS), "purpose": request.GET.get("muc-dich", "")},
    )

    def agree(purpose: str, recipients: list[str], packs: list[str], **facts: str) -> object:
        person = people.person(request.member, case.person_id)
        return actions.give_consent(
            case=case,
            purpose=purpose,
            recipients=[others[pk] for pk in recipients],
            packs=packs,
            wording=queries.spoken_words(),
            language=person.language if person else "vi",
            representative=people.newest_representative(person) if person else None,
            by=request.member,
            now=clock.now(),
            **facts,
        )

    return asked(
        request,
        form,
        do=agree,
        said=_("Đã ghi sự đồng ý."),
        to=reverse("pathway:case", args=[case.code]),
        template="cases/consents.html",
        case=case,
        given=queries.consents_of(case),
        wording=queries.spoken_words(),
        now=clock.now(),
        heading=_("Đồng ý và chia sẻ"),
        button=_("Ghi sự đồng ý"),
        back=reverse("pathway:case", args=[case.code]),
    )
