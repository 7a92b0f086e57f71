"""Telling another program something over the network: signed, to public addresses, nothing else."""

import base64
import hmac
import http.client
import ipaddress
import json
import secrets
import socket
import urllib.error
import urllib.request
from datetime import datetime
from hashlib import sha256
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings

PREFIX, SECRET_BYTES, PATIENCE = "whsec_", 32, 5
GOOD = range(200, 300)
MUCH, LONGEST, HTTPS = 10_000, 2_000, 443
NAMES_AT_HOME = (".localhost", ".local", ".internal", ".lan")


class NotPublic(ValueError):
    """An address inside our own network, or one that is not secret on its way."""


class Answer(NamedTuple):
    """What the other side says: a number, and the beginning of its words."""

    status: int
    text: str


class _Stays(urllib.request.HTTPRedirectHandler):
    """Who redirects is not followed: it might lead inside our own network."""

    def redirect_request(self, *_parts: Any) -> None:
        return None


def new_secret() -> bytes:
    """What both sides sign with."""
    return secrets.token_bytes(SECRET_BYTES)


def shown(secret: bytes) -> str:
    """The secret as it is told once, in the shape that libraries of standard webhooks read."""
    return PREFIX + base64.b64encode(secret).decode()


def check(url: str) -> None:
    """Raise NotPublic for an address that is not told anything; a demo tells its own machine."""
    parts = urlsplit(url)
    if settings.LOCAL:
        return
    if parts.scheme != "https" or not parts.hostname:
        raise NotPublic(url)
    found = socket.getaddrinfo(parts.hostname, parts.port or 443)
    if not all(ipaddress.ip_address(address[4][0]).is_global for address in found):
        raise NotPublic(url)


def looks_public(url: str) -> bool:
    """Whether `check` may let it through, as far as that is told without asking the network."""
    if not 0 < len(url) <= LONGEST:
        return False
    if settings.LOCAL:
        return True
    try:
        parts = urlsplit(url)
        is_plain = parts.port in {None, HTTPS} and parts.username is None
    except ValueError:
        return False
    return parts.scheme == "https" and is_plain and _is_abroad(parts.hostname or "")


def tell(url: str, secret: bytes, *, name: str, at: datetime, told: dict[str, Any]) -> bool:
    """Send one word. True when the other side says that it has it.

    name: of the word, the same however often it is sent. Source: Standard Webhooks 1.0.
    """
    body, moment = json.dumps(told).encode(), str(int(at.timestamp()))
    signed = b".".join((name.encode(), moment.encode(), body))
    mark = base64.b64encode(hmac.digest(secret, signed, sha256)).decode()
    headers = {"webhook-id": name, "webhook-timestamp": moment, "webhook-signature": f"v1,{mark}"}
    try:
        check(url)
        return post(url, body, {**headers, "Content-Type": "application/json"}).status in GOOD
    except (OSError, ValueError, NotPublic):
        return False


def post(url: str, body: bytes, headers: dict[str, str]) -> Answer:
    """Send this there and hear the answer, whatever it is. Raises OSError where none comes."""
    request = urllib.request.Request(url, body, headers, method="POST")  # noqa: S310 - see check
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _Stays)
    try:
        with opener.open(request, timeout=PATIENCE) as answer:
            return Answer(answer.status, answer.read(MUCH).decode(errors="replace"))
    except urllib.error.HTTPError as refused:
        with refused:
            return Answer(refused.code, "")
    except http.client.HTTPException:
        raise ConnectionError from None


def _is_abroad(host: str) -> bool:
    """A name outside our own network, or an address that the whole world reaches."""
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return "." in host.rstrip(".") and not host.rstrip(".").endswith(NAMES_AT_HOME)
