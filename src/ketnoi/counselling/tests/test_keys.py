"""The keys of counsellors change with their class, and a packet for elsewhere holds no word."""

import pytest

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases.tests import make as files
from ketnoi.counselling.models import CounsellorSecret
from ketnoi.counselling.tests import make
from ketnoi.foundation import rotation
from ketnoi.foundation.crypto.ring import KeyClass
from tests.promises.rotating import QUIET, keys_of_its_own


@pytest.fixture(autouse=True)
def keys(settings, tmp_path):
    yield from keys_of_its_own(settings, tmp_path)


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_a_note_is_read_after_the_key_of_its_class_has_changed():
    thao = make.counsellor()
    file = files.case(agencies.member())
    make.opened(file, thao.agency)
    sitting = make.written(make.begun(file, thao), thao)
    meeting = make.met(make.group(thao), by=thao)
    before = bytes(CounsellorSecret.objects.using("owner").get().wrapped)

    rotation.begin([KeyClass.NARRATIVE])
    rotation.go_on(**QUIET)

    assert bytes(CounsellorSecret.objects.using("owner").get().wrapped) != before
    assert make.read(sitting, thao) == make.SECRET
    with agencies.as_seen_by(thao):
        meeting.group.__dict__.pop("opened", None)
        assert meeting.note.open() == make.SECRET
