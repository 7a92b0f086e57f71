"""Bringing the tables of a database up to date, as their owner."""

from django.core.management import call_command

from ketnoi.foundation.guard import signing


def migrate() -> None:
    """Run what is new, and let the database know the key under who acts."""
    call_command("migrate", database="owner", interactive=False, verbosity=0, skip_checks=True)
    signing.keep_key("owner")
