"""Pages about two files of one woman."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from ketnoi.foundation import clock
from ketnoi.foundation.asking import asked, sent
from ketnoi.foundation.page import Audience, PageRequest, page
from ketnoi.merging import actions, forms, queries

if TYPE_CHECKING:
    from ketnoi.cases.models import Case
    from ketnoi.merging.models import Merge


def file_of(case: "Case") -> str:
    return reverse("pathway:case", args=[case.code])


@page(Audience.MEMBERS, writes=True, finds=queries.own_case, look="merge.sought")
def choose(request: PageRequest, case: "Case") -> HttpResponse:
    form = forms.Twin(sent(request))
    if request.method == "POST" and form.is_valid():
        code = form.cleaned_data["code"].strip().upper()
        twin = queries.own_case(request.member, code)
        if twin is not None and queries.may_merge(request.member, case, twin):
            return redirect("merging:compare", case.code, twin.code)
        # A file that is not there and one she may not open are the same answer.
        same = twin is not None and twin.pk == case.pk
        form.add_error("code", _("Đây là cùng một hồ sơ.") if same else _(
            "Không có hồ sơ nào bạn gộp được với mã này."
        ))  # fmt: skip
    shown = {
        "form": form,
        "case": case,
        "likely": queries.likely_twins(case, request.member),
        "heading": _("Hồ sơ trùng với hồ sơ {code}").format(code=case.code),
        "button": _("So hai hồ sơ"),
        "back": file_of(case),
    }
    return render(request, "merging/choose.html", shown, status=422 if form.errors else 200)


@page(Audience.MEMBERS, writes=True, finds=queries.proposed, look=queries.COMPARED)
def compare(request: PageRequest, proposed: "Merge") -> HttpResponse:
    into, away = proposed.case, proposed.other
    pair = queries.pair_of(into, away, request.member)
    choices = queries.choices_of(pair) if pair else []
    stamp = request.POST.get("stamp", "")
    return asked(
        request,
        forms.Merging(sent(request), differing=choices),
        do=lambda reason, words, **chosen: actions.merge(
            into=into,
            away=away,
            chosen=chosen,
            stamp=stamp,
            reason=reason,
            words=words,
            by=request.member,
            now=clock.now(),
        ),
        said=_("Đã gộp. Mã {code} từ nay mở hồ sơ này.").format(code=away.code),
        to=file_of(into),
        template="merging/compare.html",
        pair=pair,
        into=into,
        away=away,
        lines=queries.side_by_side(pair, request.member) if pair else [],
        heads=[_("Mục"), into.code, away.code],
        heading=_("Gộp hồ sơ {away} vào hồ sơ {into}").format(away=away.code, into=into.code),
        button=_("Gộp hai hồ sơ"),
        back=reverse("merging:choose", args=[into.code]),
    )


@page(Audience.MEMBERS, writes=True, finds=queries.merge_of_file)
def undo(request: PageRequest, merge: "Merge") -> HttpResponse:
    pair = queries.pair_of(merge.case, merge.other, request.member)
    _person, _file, kept = queries.given_back(merge, pair) if pair else ({}, {}, [])
    return asked(
        request,
        forms.Undoing(sent(request)),
        do=lambda: actions.undo_merge(merge=merge, by=request.member, now=clock.now()),
        said=_("Đã tách. Hai hồ sơ lại mở riêng."),
        to=file_of(merge.case),
        template="merging/undo.html",
        merge=merge,
        kept=queries.labels(kept),
        heading=_("Tách hồ sơ {away} khỏi hồ sơ {into}").format(
            away=merge.other.code, into=merge.case.code
        ),
        button=_("Tách hai hồ sơ"),
        back=file_of(merge.case),
    )
