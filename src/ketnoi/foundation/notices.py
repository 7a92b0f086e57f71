"""Telling a member that something waits, in words that say nothing to whoever else reads them."""

from typing import Protocol

from django.conf import settings
from django.core.mail import send_mail
from django.utils.module_loading import import_string
from django.utils.text import slugify

TEXT = "Bạn có 1 việc mới trong Kết Nối."
SEAL = "Dấu niêm nhật ký Kết Nối, xin giữ lại"


class Channel(Protocol):
    """A way to reach a member. The text is always the same."""

    def send(self, address: str) -> None: ...


class Mail:
    """By e-mail, through the back end of the settings (a file in the demo)."""

    def send(self, address: str) -> None:
        """Send the one sentence there is."""
        send_mail(TEXT, TEXT, settings.DEFAULT_FROM_EMAIL, [address])


class Console:
    """On the console of the server, for trying things out."""

    def send(self, address: str) -> None:
        """Print the one sentence there is, without the address."""
        print(TEXT)


class ToFile:
    """Into a file of the data folder: one line per notice, without the address."""

    def send(self, address: str) -> None:
        """Add the one sentence there is."""
        with (settings.KETNOI_DIR / "mail" / "notices.log").open("a") as file:
            file.write(TEXT + "\n")


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


def tell(address: str, *, channel: str = "mail") -> None:
    """Send the one sentence there is, by one of the channels of the settings."""
    back_end: Channel = import_string(settings.NOTICE_CHANNELS[channel])()
    back_end.send(address)
