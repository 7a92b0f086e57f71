"""Before the page: is it at ease? In the page: is one step more asked of this form?"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ketnoi.foundation import clock
from ketnoi.foundation.flood import buckets, networks, proofs
from ketnoi.foundation.flood.form import PublicForm

TOO_MANY = 429
PAGE = "site/once_more.html"
PROOF, NUMBER = "proof", "found"

View = Callable[..., HttpResponse]


def counted(purpose: str) -> Callable[[View], View]:
    """Count what is sent to a public page. Stands above `@page`: before its transaction begins."""

    def decorate(view: View) -> View:
        @wraps(view)
        def run(request: HttpRequest, *args: Any, **url: Any) -> HttpResponse:
            if request.method == "POST":
                network = networks.network_of(request)
                at_ease = buckets.take(network, purpose=purpose, now=clock.now())
                request.is_heavy = not at_ease  # type: ignore[attr-defined]
            return view(request, *args, **url)

        return run

    return decorate


def is_heavy(request: Any) -> bool:
    """Whether too much comes from the network of this request, or from everybody."""
    return request.is_heavy


def once_more(request: Any, form: PublicForm) -> HttpResponse | None:
    """The page that asks for one step more, or nothing when a valid form may go on.

    A form that went on once with a proof does not do so again with the same one.
    """
    if not (form.is_odd or is_heavy(request)):
        return None
    now, key = clock.now(), form.cleaned_data["key"]
    given = request.POST.get(PROOF, "")
    proof = proofs.read_proof(given, purpose=form.purpose, form=key)
    if proof and proof.is_good(request.POST.get(NUMBER, ""), now=now):
        if buckets.use(proof.id, until=proof.until, now=now):
            return None
        proof = None
    # Who pressed too early waits on with the same proof, and does not begin to wait anew.
    if proof is None or proof.until <= now:
        given = proofs.new_proof(purpose=form.purpose, form=key, now=now)
    return _page(request, form, given, key)


def _page(request: Any, form: PublicForm, given: str, key: Any) -> HttpResponse:
    proof = proofs.read_proof(given, purpose=form.purpose, form=key)
    typed = [(name, said) for name, said in form.typed() if name not in (PROOF, NUMBER)]
    context = {"typed": typed, "proof": proof, "given": given, "wait": proofs.WAIT.seconds}
    return render(request, PAGE, context, status=TOO_MANY)
