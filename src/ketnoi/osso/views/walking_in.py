"""The one conversation: what she and her family want, and as much as they want to say."""

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, sent
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.osso import actions, forms, queries
from ketnoi.osso.views.desk import desk_of

if TYPE_CHECKING:
    from ketnoi.cases.models import Case

TEMPLATE = "osso/walk_in.html"
KINDS = ("paper", "relative")


@page(Audience.MEMBERS, writes=True, finds=queries.file)
def walk_in(request: PageRequest, case: "Case") -> HttpResponse:
    made = {"rows": _rows(request.POST), "keeps_file": queries.may_describe(request.member, case)}
    shown = {
        "case": case,
        "heading": _("Một cửa, hồ sơ {code}").format(code=case.code),
        "button": _("Lưu"),
        "back": desk_of(case),
    }
    if (more := request.POST.get("more")) in KINDS:
        return render(request, TEMPLATE, {"form": _one_more(request.POST, made, more), **shown})
    return asked(
        request,
        forms.WalkingIn(sent(request), **made),
        do=lambda **said: _written(case=case, by=request.member, now=clock.now(), **said),
        said=_("Đã ghi. Xếp từng nhu cầu: tự hỗ trợ, hoặc chuyển nơi khác."),
        to=desk_of(case),
        template=TEMPLATE,
        **shown,
    )


def _written(**said: Any) -> Any:
    try:
        return actions.receive_walk_in(**said)
    except IntegrityError:
        # The same page was sent twice at the same moment, and the other one was first.
        return actions.receive_walk_in(**said)


def _rows(data: Any) -> dict[str, int]:
    return {kind: _count(data.get(f"{kind}s")) for kind in KINDS}


def _count(typed: str | None) -> int:
    if not typed or not typed.isascii() or not typed.isdigit():
        return 1
    return min(max(int(typed[:3]), 1), forms.MOST_ROWS)


def _one_more(data: Any, made: dict[str, Any], kind: str) -> forms.WalkingIn:
    """The same page with one more row; nothing typed is lost, and nothing is judged yet."""
    before = forms.typed(forms.WalkingIn(**made), data)
    rows = {**made["rows"], kind: min(made["rows"][kind] + 1, forms.MOST_ROWS)}
    return forms.WalkingIn(initial=before, **{**made, "rows": rows})
