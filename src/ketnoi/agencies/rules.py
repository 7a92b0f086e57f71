"""What the network agreed about members."""

from datetime import datetime, timedelta

INVITATION_LASTS = timedelta(days=7)


def invitation_until(*, invited_at: datetime) -> datetime:
    """When an invitation stops working. Source: the network's own rule."""
    return invited_at + INVITATION_LASTS
