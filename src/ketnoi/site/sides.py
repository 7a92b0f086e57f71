"""Two sites in one program: the public one, and the one of the staff under /cb/."""

from django.http import HttpRequest

STAFF = "/cb/"


def is_staff(request: HttpRequest) -> bool:
    """Whether this request is for the staff side."""
    return request.path_info.startswith(STAFF)
