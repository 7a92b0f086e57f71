"""The one question across agencies: may two of them know the same person? Asked by the system."""

from django.db import connection

RECOGNISE = "SELECT kn.recognise()"


def recognise() -> None:
    """Compare the questions that stand with what agencies know; nothing is given back."""
    with connection.cursor() as cursor:
        cursor.execute(RECOGNISE)
