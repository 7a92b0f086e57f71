"""A text message or a word by Zalo, through the gateway of an operator: one HTTP POST.

The settings describe each gateway in plain data: `url`, `headers`, `body`, and in `expects` what
its answer must say. In the body `{to}` stands for the number (+84…), `{digits}` for the same
without the plus, `{text}` for the words. It leaves as JSON, or as a form if the headers say so.
"""

import ipaddress
import json
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings

from ketnoi.foundation import calling
from ketnoi.foundation.notices.words import TEXT, NotHeard, NotTaken

KIND, AS_JSON, AS_FORM = "Content-Type", "application/json", "application/x-www-form-urlencoded"
KNOWN = frozenset({"url", "headers", "body", "expects"})
# Refused for now, not for good: too slow, too early, too many.
LATER = frozenset({408, 425, 429})
REFUSED = range(400, 500)


class Gateway:
    """An operator's gateway."""

    name = ""

    def send(self, address: str, text: str = TEXT) -> None:
        """Send these words to one number; nothing else goes along."""
        told = settings.NOTICE_GATEWAYS[self.name]
        headers = {KIND: AS_JSON, **told.get("headers", {})}
        words = {"{to}": address, "{digits}": address.lstrip("+"), "{text}": text}
        body = filled(told["body"], words)
        encode = urlencode if headers[KIND].startswith(AS_FORM) else json.dumps
        try:
            answer = calling.post(told["url"], encode(body).encode(), headers)
        except (OSError, ValueError):
            # What is raised here may name the gateway, and the log keeps no addresses.
            raise NotHeard(self.name) from None
        self._understand(answer, told.get("expects", {}))

    def _understand(self, answer: calling.Answer, expects: dict[str, Any]) -> None:
        if answer.status in REFUSED and answer.status not in LATER:
            raise NotTaken(f"{self.name} {answer.status}")
        if answer.status not in calling.GOOD:
            raise NotHeard(f"{self.name} {answer.status}")
        if expects and not _says(answer.text, expects):
            raise NotTaken(self.name)


class Sms(Gateway):
    """By text message."""

    name = "sms"


class Zalo(Gateway):
    """By Zalo."""

    name = "zalo"


def read(path: Path) -> dict[str, dict[str, Any]]:
    """The gateways that a file describes; raises ValueError for one that could not work."""
    found = tomllib.loads(path.read_text())
    for name, told in found.items():
        if not {"url", "body"} <= set(told) <= KNOWN or not _is_safe(told["url"]):
            raise ValueError(f"gateway {name}: url (https), headers, body, expects")
    return found


def filled(part: Any, words: dict[str, str]) -> Any:
    """The body with its words in place, wherever in it they stand."""
    if isinstance(part, dict):
        return {name: filled(inner, words) for name, inner in part.items()}
    if isinstance(part, list):
        return [filled(inner, words) for inner in part]
    if not isinstance(part, str):
        return part
    for sign, word in words.items():
        part = part.replace(sign, word)
    return part


def _says(text: str, expects: dict[str, Any]) -> bool:
    try:
        said = json.loads(text)
    except ValueError:
        return False
    return isinstance(said, dict) and expects.items() <= said.items()


def _is_safe(url: str) -> bool:
    """Numbers of members travel there: secret on the way, or not leaving this machine."""
    parts = urlsplit(url)
    if parts.scheme == "https":
        return bool(parts.hostname)
    try:
        return parts.scheme == "http" and ipaddress.ip_address(parts.hostname or "").is_loopback
    except ValueError:
        return False
