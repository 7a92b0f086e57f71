"""Telling a member that something waits, in words that say nothing to whoever else reads them."""

from collections.abc import Iterable
from typing import Protocol

from django.conf import settings
from django.core.mail import send_mail
from django.utils.module_loading import import_string
from django.utils.text import slugify

from ketnoi.foundation.notices.plain import (
    Console,
    Mail,
    PushToFile,
    SmsToFile,
    ToFile,
    ZaloToFile,
)
from ketnoi.foundation.notices.words import (
    CODE,
    ON_A_DEVICE,
    SEAL,
    TEXT,
    Gone,
    NotHeard,
    NotTaken,
)

__all__ = [
    "CODE",
    "ON_A_DEVICE",
    "SEAL",
    "TEXT",
    "Channel",
    "Console",
    "Gone",
    "Mail",
    "NotHeard",
    "NotTaken",
    "PushToFile",
    "SmsToFile",
    "ToFile",
    "ZaloToFile",
    "hand_over",
    "set_up",
    "tell",
    "tell_code",
]


class Channel(Protocol):
    """A way to reach a member. The text is always the same, but for a code she asked for."""

    def send(self, address: str, text: str = TEXT) -> None: ...


def hand_over(text: str, *, to: str, channel: str = "mail") -> None:
    """Give a seal of the trail to somebody to keep: by letter, or at the end of a file.

    A seal holds counts and hashes; nothing about anybody leaves with it.
    """
    if channel == "mail":
        send_mail(SEAL, text, settings.DEFAULT_FROM_EMAIL, [to])
        return
    folder = settings.KETNOI_DIR / "seals"
    folder.mkdir(mode=0o700, exist_ok=True)
    with (folder / f"{slugify(to)}.txt").open("a") as file:
        file.write(text + "\n")


def set_up(channels: Iterable[str]) -> list[str]:
    """Which of these channels this installation has."""
    return [channel for channel in channels if channel in settings.NOTICE_CHANNELS]


def tell(address: str, *, channel: str = "mail") -> None:
    """Send the one sentence there is, by one of the channels of the settings."""
    _back_end(channel).send(address)


def tell_code(address: str, code: str, *, channel: str) -> None:
    """Send a code to a number that is to be confirmed: the only other words that ever leave."""
    _back_end(channel).send(address, CODE.format(code=code))


def _back_end(channel: str) -> Channel:
    return import_string(settings.NOTICE_CHANNELS[channel])()
