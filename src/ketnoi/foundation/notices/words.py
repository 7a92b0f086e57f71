"""The words that leave this house to tell a member something, and what may go wrong on the way."""

TEXT = "Bạn có 1 việc mới trong Kết Nối."
ON_A_DEVICE = "Bạn có 1 việc mới"
CODE = "{code} là mã của bạn trong Kết Nối."
SEAL = "Dấu niêm nhật ký Kết Nối, xin giữ lại"


class NotHeard(Exception):
    """Nobody took the notice now: it is tried again. Says by which channel, never for whom."""


class NotTaken(Exception):
    """The other side says that it will never take this one: trying again would not help."""


class Gone(NotTaken):
    """The other side says that there is no such device any more."""
