"""A paper attached to a file: sealed whole, read by those whom its level names."""

from django.db import models

from ketnoi.cases import rules, terms
from ketnoi.cases.models.file import Note, OfCase
from ketnoi.foundation.belonging import WithOwnKey
from ketnoi.foundation.crypto import SealedText
from ketnoi.foundation.uploads import Media

KEPT_AS = [(media.value, media.name) for media in Media]


class Attachment(WithOwnKey, OfCase):
    """A decision, a scan, a signed consent. It is never changed; a wrong one is marked as such.

    It is reached as a note of the same level is. `key` is the data key of the person whose paper
    it is, so it is erased with her. Its size is said in steps, as it is sealed.
    """

    guarded = Note.guarded

    key = models.ForeignKey("people.DataKey", on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey("agencies.Member", on_delete=models.PROTECT, related_name="+")
    privacy = models.CharField("ai xem được", max_length=20, choices=terms.Privacy)
    kind = models.CharField("loại", max_length=20, choices=terms.AttachmentKind)
    title = SealedText("ghi rõ")
    media = models.CharField(max_length=4, choices=KEPT_AS)
    size = models.PositiveIntegerField()
    content = SealedText("nội dung")
    added_at = models.DateTimeField("đính kèm lúc")
    mistaken_at = models.DateTimeField("ghi nhầm lúc", null=True)

    class Meta:
        indexes = [models.Index(fields=["case", "-added_at"], name="attachment_of_case")]

    def hold(self, data: bytes) -> None:
        """Take a paper in; it is sealed when the record is saved."""
        self.size = rules.padded(len(data))
        self.content = rules.as_text(data, size=self.size)

    def paper(self) -> bytes:
        """The paper itself, in memory only."""
        return rules.as_bytes(self.content.open())

    @property
    def is_erased(self) -> bool:
        """Whether the key was destroyed with which it was sealed."""
        return not bytes(self.key.wrapped)

    @property
    def kilobytes(self) -> int:
        """About how large it is, for somebody on a slow line."""
        return max(1, self.size // 1024)
