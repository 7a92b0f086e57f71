"""Papers attached to a file: sealed, read by whom they name, reached only through the file."""

import logging
import os
import sys

import pytest
from django.core.files import uploadhandler
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DataError, ProgrammingError, connection, transaction
from django.test import RequestFactory

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions, queries, rules
from ketnoi.cases.models import Attachment
from ketnoi.cases.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.tests import papers
from ketnoi.foundation.trail.models import Line
from ketnoi.foundation.uploads import fit
from ketnoi.people import actions as erasing
from ketnoi.people import queries as people

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
WORD = b"Canary of a scan"
FILE_NAME = "Hồ Xuân Quỳnh.pdf"


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def file(lan):
    return make.case(lan)


@pytest.fixture
def here(file):
    return f"/cb/ho-so/{file.code}/giay-to/tep/"


def enter(client, member):
    client.force_login(member.user, backend=BACKEND)
    return client


def sends(client, here, data, *, name=FILE_NAME, **more):
    said = {"kind": "decision", "title": "Số 12", "privacy": "agency", **more}
    paper = SimpleUploadedFile(name, data, content_type="text/html")
    return client.post(here, {"file": paper, **said})


def the_one(member):
    with acting(member):
        return Attachment.objects.select_related("key").get()


def attach(file, by, **more):
    said = {"kind": "other", "title": "", "privacy": "agency", **more}
    paper = fit(papers.document())
    return actions.attach(case=file, file=paper, by=by, now=clock.now(), **said)


def test_what_is_attached_comes_back_as_a_copy_that_is_kept_nowhere(client, lan, file, here):
    enter(client, lan)
    sent = sends(client, here, papers.document(words=b"Giay 12"))
    page = client.get(here).content.decode()
    copy = client.get(f"/cb/ho-so/{file.code}/giay-to/{the_one(lan).pk}/")

    assert sent.status_code == 302
    assert "Quyết định, kết luận: Số 12" in page
    assert copy.content.startswith(b"%PDF-")
    assert copy.headers["Content-Type"] == "application/pdf"
    assert copy.headers["Content-Disposition"] == f'attachment; filename="{file.code}.pdf"'
    assert copy.headers["Cache-Control"] == "no-store"
    assert copy.headers["X-Content-Type-Options"] == "nosniff"
    assert copy.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_who_took_a_copy_is_written_in_the_chain_of_the_file(client, lan, file):
    attached = attach(file, lan)
    enter(client, lan).get(f"/cb/ho-so/{file.code}/giay-to/{attached.pk}/")

    with acting(lan):
        look = Line.objects.filter(chain=file.pk).latest("seq")
    assert (look.verb, look.about) == ("attachment.opened", f"cases.Attachment:{attached.pk}")


def test_without_its_line_no_copy_is_given(client, lan, file, monkeypatch):
    attached = attach(file, lan)
    enter(client, lan)
    broken = "SELECT 1 / (count(*) - 1)" + " + length(%s::text) * 0" * 8
    monkeypatch.setattr("ketnoi.foundation.trail.lines.APPEND", broken)

    with pytest.raises(DataError):
        client.get(f"/cb/ho-so/{file.code}/giay-to/{attached.pk}/")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "Tệp này trống"),
        (b"<script>alert(1)</script>", "Chỉ nhận tệp PDF hoặc ảnh"),
        (b"%PDF-1.4 nothing", "có thể tệp bị hỏng"),
        (b"\xff\xd8\xff" + b"0" * 11 * 1024 * 1024, "Tệp lớn hơn 10 MB"),
    ],
    ids=["empty", "wrong", "broken", "large"],
)
def test_what_is_not_taken_in_is_refused_in_a_sentence(client, lan, here, data, says):
    response = sends(enter(client, lan), here, data)

    assert response.status_code == 422
    assert says in response.content.decode()
    assert 'value="Số 12"' in response.content.decode()
    with acting(lan):
        assert not Attachment.objects.exists()


def test_without_a_file_the_page_asks_for_one(client, lan, here):
    response = enter(client, lan).post(here, {"kind": "other", "privacy": "agency"})

    assert response.status_code == 422
    assert "Hãy chọn một tệp." in response.content.decode()


def test_the_timeline_says_so_and_names_no_word(client, lan, file, here):
    sends(enter(client, lan), here, papers.document())

    page = client.get(f"/cb/ho-so/{file.code}/").content.decode()
    assert "Đính kèm giấy tờ" in page
    with acting(lan):
        line = Line.objects.get(chain=file.pk, verb="attachment.added")
    assert line.facts == {"kind": "decision", "privacy": "agency"}


def test_a_paper_is_not_reached_through_another_file(client, lan, file):
    attached, other = attach(file, lan), make.case(lan)

    enter(client, lan)

    assert client.get(f"/cb/ho-so/{other.code}/giay-to/{attached.pk}/").status_code == 404


def test_the_professional_level_is_for_specialists(lan, file):
    specialist = agencies.member(lan.agency, role="specialist")

    attached = attach(file, specialist, privacy="professional")

    with pytest.raises(actions.Refused):
        attach(file, lan, privacy="professional")
    with acting(lan):
        assert queries.attachment_of_file(lan, file.code, attached.pk) is None


def test_a_wrong_paper_stays_and_is_marked_by_who_attached_it(client, lan, file, here):
    attached, colleague = attach(file, lan), agencies.member(lan.agency, name="Mai")
    wrong = f"/cb/ho-so/{file.code}/giay-to/{attached.pk}/nham/"

    enter(client, colleague).post(wrong)
    by_colleague = the_one(lan).mistaken_at
    enter(client, lan).post(wrong)

    assert by_colleague is None
    assert the_one(lan).mistaken_at is not None
    assert "Ghi nhầm" in client.get(here).content.decode()


@pytest.mark.parametrize("change", ["content = ''", "privacy = 'network'", "key_id = id"])
def test_the_database_lets_nobody_change_a_paper(lan, file, change):
    attach(file, lan)

    denied = pytest.raises(ProgrammingError, match="denied")
    with acting(lan), denied, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE cases_attachment SET {change}")


def test_a_sealed_paper_opens_in_its_own_place_only(lan, file):
    attach(file, lan)
    attach(file, lan)
    with acting(lan):
        one, two = Attachment.objects.select_related("key").order_by("added_at")
    two.content = one.__dict__["content"]

    assert one.paper().startswith(b"%PDF-")
    with pytest.raises(Exception, match="^$") as refusal:
        two.paper()
    assert type(refusal.value).__name__ == "InvalidTag"


@pytest.mark.parametrize("size", [1, 7, 8, 9, 1000, 1001, 123_456, 10 * 1024 * 1024])
def test_the_size_is_told_in_steps_of_at_most_an_eighth(size):
    told = rules.padded(size)

    assert size <= told <= size + size // 8 + 1
    assert rules.as_bytes(rules.as_text(b"x" * size, size=told)) == b"x" * size
    assert len(rules.as_text(b"x" * size, size=told)) == len(rules.as_text(b"x", size=told))


def test_a_paper_is_erased_with_her(client, lan, file, here):
    attached, lead = attach(file, lan), agencies.member(lan.agency, role="lead")
    with acting(lead):
        her = people.person(lead, file.person_id)
    erasing.erase_person(person=her, by=lead, now=clock.now())

    page = enter(client, lan).get(here).content.decode()
    assert "Đã xóa theo yêu cầu" in page
    assert client.get(f"/cb/ho-so/{file.code}/giay-to/{attached.pk}/").status_code == 404


class Watch:
    """Sees every file that Python opens to write, while it watches. A hook cannot be taken off."""

    def __init__(self):
        self.written = None
        sys.addaudithook(self._sees)

    def _sees(self, event, told):
        if event == "open" and self.written is not None:
            path, _mode, flags = told
            if flags & (os.O_WRONLY | os.O_RDWR) and "__pycache__" not in str(path):
                self.written.append(path)


WATCH = Watch()


@pytest.fixture
def disk():
    WATCH.written = []
    yield WATCH.written
    WATCH.written = None


def test_a_paper_on_its_way_lies_in_no_file_no_log_and_no_clear_row(
    client, lan, file, here, disk, caplog
):
    caplog.set_level(logging.DEBUG)
    enter(client, lan)
    sends(client, here, papers.document(words=WORD * 20_000))
    sends(client, here, b"%PDF-1.7 " + WORD)
    sends(client, here, WORD * 800_000)
    client.get(f"/cb/ho-so/{file.code}/giay-to/{the_one(lan).pk}/")

    assert disk == []
    for word in (WORD.decode(), FILE_NAME, "Số 12"):
        assert word not in caplog.text
    with acting(lan), connection.cursor() as cursor:
        cursor.execute("SELECT content, title, cases_attachment::text FROM cases_attachment")
        content, title, row = cursor.fetchone()
    assert len(content) > len(WORD)
    for clear in (WORD, b"%PDF", b"JVBERi", "Số 12".encode(), FILE_NAME.encode()):
        assert clear not in bytes(content) + bytes(title)
        assert clear.decode() not in row


def test_mutant_a_handler_that_lays_files_down_is_seen(client, lan, here, disk, settings):
    settings.FILE_UPLOAD_HANDLERS = [f"{uploadhandler.__name__}.TemporaryFileUploadHandler"]

    sends(enter(client, lan), here, papers.document())

    assert disk != []


def test_of_somebody_who_is_not_signed_in_nothing_is_held(client, here):
    request = RequestFactory().post(here, {"file": SimpleUploadedFile("a.pdf", b"%PDF-" * 9)})

    [held] = request.FILES.values()

    assert (held.name, held.size, held.read()) == ("tep", 45, b"")
