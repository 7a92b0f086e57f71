"""The door for files: they are held in memory up to a size, and never laid down on a disk."""

from collections.abc import Callable
from functools import wraps
from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

NAMELESS = "tep"


class InMemory(FileUploadHandler):
    """Keeps what a member sends, as long as it is not too large, without its name or its claims.

    Of a file that is too large only its size is kept, so that the page can say so. Of somebody who
    is not signed in nothing is kept, but where a page says so (`open_to_visitors`).
    """

    takes_visitors = False

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        """A request begins: so much may come in it, all its files together."""
        is_member = getattr(self.request, "member", None) is not None
        is_taken = is_member or self.takes_visitors
        self.left = settings.FILE_UPLOAD_MAX_MEMORY_SIZE if is_taken else 0

    def new_file(self, field_name: str, *args: Any, **kwargs: Any) -> None:
        """A file begins; what the sender calls it is forgotten here."""
        super().new_file(field_name, NAMELESS, "", None)
        self.kept = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """A piece of it; nobody after this door gets to see it."""
        self.left -= len(raw_data)
        if self.left >= 0:
            self.kept.write(raw_data)
        else:
            self.kept = BytesIO()

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """The whole file."""
        self.kept.seek(0)
        return InMemoryUploadedFile(self.kept, self.field_name, NAMELESS, "", file_size, None)


class OfVisitors(InMemory):
    """The door of a page on which somebody who is not signed in may hand in a file."""

    takes_visitors = True


def open_to_visitors(view: Callable[..., Any]) -> Callable[..., Any]:
    """Take files of somebody who is not signed in. Stands above `@page`: before anything is read."""

    @wraps(view)
    def run(request: Any, *args: Any, **url: Any) -> Any:
        request.upload_handlers = [OfVisitors(request)]
        return view(request, *args, **url)

    return run
