"""What the network agreed about members. Source: the network's own rules."""

from datetime import timedelta

INVITATION_LASTS = timedelta(days=7)
PASSWORD_LINK_LASTS = timedelta(days=1)
PROGRAM_LASTS = timedelta(days=365)
