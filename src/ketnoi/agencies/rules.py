"""What the network agreed about members. Source: the network's own rules."""

from datetime import timedelta

INVITATION_LASTS = timedelta(days=7)
PASSWORD_LINK_LASTS = timedelta(days=1)
PROGRAM_LASTS = timedelta(days=365)
CODE_LASTS = timedelta(minutes=10)
MOST_WRONG_CODES, MOST_NUMBERS_A_DAY, MOST_DEVICES = 5, 5, 5
A_DAY = timedelta(days=1)
