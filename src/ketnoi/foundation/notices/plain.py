"""The plain ways: a letter, the console of the server, a file of the data folder."""

from django.conf import settings
from django.core.mail import send_mail

from ketnoi.foundation.notices.words import TEXT


class Mail:
    """By e-mail, through the back end of the settings (a file in the demo)."""

    def send(self, address: str, text: str = TEXT) -> None:
        """Send the one sentence there is."""
        send_mail(text, text, settings.DEFAULT_FROM_EMAIL, [address])


class Console:
    """On the console of the server, for trying things out."""

    def send(self, address: str, text: str = TEXT) -> None:
        """Print the one sentence there is, without the address."""
        print(text)


class ToFile:
    """Into a file of the data folder: one line per notice, without the address."""

    name = "notices"

    def send(self, address: str, text: str = TEXT) -> None:
        """Add the one sentence there is."""
        with (settings.KETNOI_DIR / "mail" / f"{self.name}.log").open("a") as file:
            file.write(text + "\n")


class PushToFile(ToFile):
    """What a device would be told, in a file."""

    name = "push"


class SmsToFile(ToFile):
    """What a phone would be told, in a file."""

    name = "sms"


class ZaloToFile(ToFile):
    """What Zalo would be told, in a file."""

    name = "zalo"
