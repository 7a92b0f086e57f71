"""Scenes of a flood: forms that lay open for a moment, and what a device finds out."""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.http import HttpResponse

from ketnoi.foundation import clock
from ketnoi.foundation.flood import proofs
from ketnoi.foundation.inputs import stamped

A_WHILE = timedelta(minutes=1)


def aged(by: timedelta = A_WHILE) -> dict[str, str]:
    """The hidden fields of a form that was opened so long ago."""
    return {"stamp": stamped.new_stamp(at=clock.now() - by), "website": ""}


def found(answer: HttpResponse) -> dict[str, str]:
    """What a browser with script sends from the page of the step more."""
    context: Any = answer.context  # type: ignore[attr-defined]
    proof = context["proof"]
    number = next(
        n for n in map(str, range(proof.most + 1)) if _hash(proof.head, n) == proof.target
    )
    return dict(context["typed"]) | {"proof": context["given"], "found": number}


def waited(purpose: str, stamp: str, *, at: datetime) -> dict[str, str]:
    """What a browser without script sends, if the page of the step more was given out then."""
    key, _opened = stamped.read_stamp(stamp)
    return {"proof": proofs.new_proof(purpose=purpose, form=key, now=at), "found": ""}


def _hash(head: str, number: str) -> str:
    return sha256(f"{head}.{number}".encode()).hexdigest()
