"""A push to the browser of a device: it carries no word at all, the device itself knows them."""

from typing import Any

from django.conf import settings
from pywebpush import WebPushException, webpush

from ketnoi.foundation import calling
from ketnoi.foundation.notices import vapid
from ketnoi.foundation.notices.words import TEXT, Gone, NotHeard, NotTaken

A_DAY = 24 * 3600
# A device that was off for a day hears once, not ten times.
ONE_IS_ENOUGH = {"Topic": "viec-moi", "Urgency": "normal"}
NO_MORE = frozenset({404, 410})
NEVER = frozenset({400, 401, 403, 413})


class WebPush:
    """By the push service of a browser, at the address that the browser gave."""

    def send(self, address: str, text: str = TEXT) -> None:
        """Wake the device. The words stay here: it shows its own."""
        try:
            calling.check(address)
            _knock(address)
        except calling.NotPublic:
            raise NotTaken("push") from None
        except WebPushException as refused:
            raise _meaning(refused.status_code) from None
        except (OSError, ValueError):
            # What is raised here may name the device, and the log keeps no addresses.
            raise NotHeard("push") from None


class _Heard:
    """An answer as the library reads it."""

    reason, headers = "", ""

    def __init__(self, answer: calling.Answer) -> None:
        self.status_code, self.text = answer.status, ""


class _OurPost:
    """The library sends through our own door: nobody redirects it, no proxy reads along."""

    def post(self, url: str, *, data: bytes | None, headers: dict, timeout: Any) -> _Heard:
        return _Heard(calling.post(url, data or b"", headers))


def _knock(address: str) -> None:
    webpush(
        {"endpoint": address},
        vapid_private_key=vapid.key(),
        vapid_claims={"sub": f"mailto:{settings.NOTICE_CONTACT}"},
        headers=dict(ONE_IS_ENOUGH),
        ttl=A_DAY,
        requests_session=_OurPost(),
    )


def _meaning(status: int | None) -> Exception:
    if status in NO_MORE:
        return Gone("push")
    return (NotTaken if status in NEVER else NotHeard)(f"push {status}")
