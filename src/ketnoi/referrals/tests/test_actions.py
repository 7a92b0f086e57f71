"""What happens between two agencies."""

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import queries as files
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.trail.models import Line
from ketnoi.referrals import actions, queries
from ketnoi.referrals.models import Referral
from ketnoi.referrals.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def yen():
    return agencies.member(agencies.agency("shelter", "province"), name="Yến")


@pytest.fixture
def file(lan):
    return cases.case(lan, phone=cases.PHONE)


@pytest.fixture
def bed(yen):
    return make.service(yen.agency, "safe_place")


def test_a_request_with_her_consent_reaches_the_other_agency(lan, yen, file, bed):
    request = make.sent(file, bed, by=lan)

    with acting(yen):
        [waiting] = queries.received_by(yen)
        [task] = files.to_do(yen)
        told = queries.told(waiting)
    assert waiting == request
    assert (task.kind, task.asker_id) == ("answer_referral", lan.agency_id)
    assert ["Cách gọi", "Út"] in told["contact"]
    assert set(told) == {"contact", "need"}


def test_support_has_begun_once_somebody_is_asked(lan, file, bed):
    make.draft(file, bed, by=lan)
    with acting(lan):
        before = files.case_by_code(lan, file.code).status

    make.sent(file, bed, by=lan)

    with acting(lan):
        after = files.case_by_code(lan, file.code).status
    assert (before, after) == ("received", "active")


def test_the_other_agency_is_told_that_something_waits_and_not_what(lan, yen, file, bed):
    make.sent(file, bed, by=lan)

    [job] = ProcrastinateJob.objects.filter(task_name__endswith="tell_agency")
    assert job.args == {"agency_id": str(yen.agency_id)}


def test_nothing_is_told_without_her_consent(lan, yen, file, bed):
    request = make.draft(file, bed, by=lan)

    with pytest.raises(actions.Refused, match="Chưa có sự đồng ý"):
        actions.send_referral(referral=request, by=lan, now=clock.now())

    with acting(yen):
        assert not Referral.objects.exists()


def test_nothing_is_told_beyond_what_she_agreed_to(lan, file, bed):
    cases.consent(file, bed.agency, by=lan, packs=("need",))
    request = make.draft(file, bed, by=lan, packs=["need", "story"])

    with pytest.raises(actions.Refused, match="chưa được đồng ý"):
        actions.send_referral(referral=request, by=lan, now=clock.now())


def test_a_draft_is_not_seen_by_the_agency_it_is_meant_for(lan, yen, file, bed):
    make.draft(file, bed, by=lan)

    with acting(yen):
        assert not Referral.objects.exists()


def test_the_file_opens_to_the_receiver_only_with_its_yes(lan, yen, file, bed):
    request = make.sent(file, bed, by=lan)
    with acting(yen):
        assert files.case_by_code(yen, file.code) is None

    actions.accept_referral(referral=request, by=yen, now=clock.now())

    with acting(yen):
        assert files.case_by_code(yen, file.code) == file


def test_a_job_centre_never_opens_the_file(lan, file):
    dung = agencies.member(agencies.agency("job_service", "province"), name="Dung")
    request = make.sent(file, make.service(dung.agency, "livelihood"), by=lan)

    actions.accept_referral(referral=request, by=dung, now=clock.now())

    with acting(dung):
        assert files.case_by_code(dung, file.code) is None


def test_two_answers_to_one_request_are_one_answer(lan, yen, file, bed):
    request = make.sent(file, bed, by=lan)
    colleague = agencies.member(yen.agency, name="Hạnh")
    with acting(colleague):
        same = queries.referral(colleague, request.pk)
    actions.accept_referral(referral=request, by=yen, now=clock.now())

    with pytest.raises(actions.Refused, match="đã sang bước khác"):
        actions.decline_referral(referral=same, reason="no_capacity", by=colleague, now=clock.now())


def test_what_was_recalled_cannot_be_accepted(lan, yen, file, bed):
    request = make.sent(file, bed, by=lan)
    with acting(yen):
        same = queries.referral(yen, request.pk)
    actions.recall_referral(referral=request, by=lan, now=clock.now())

    with pytest.raises(actions.Refused):
        actions.accept_referral(referral=same, by=yen, now=clock.now())


def test_a_declined_request_waits_at_the_senders_desk(lan, yen, file, bed):
    request = make.sent(file, bed, by=lan)

    actions.decline_referral(referral=request, reason="no_capacity", by=yen, now=clock.now())

    with acting(lan):
        kinds = [task.kind for task in files.to_do(lan)]
    assert "refer_elsewhere" in kinds


def test_the_sender_confirms_how_it_ended(lan, yen, file, bed):
    request = make.sent(file, bed, by=lan)
    actions.accept_referral(referral=request, by=yen, now=clock.now())
    actions.begin_service(referral=request, by=yen, now=clock.now())
    actions.close_referral(referral=request, outcome="met", by=yen, now=clock.now())
    with acting(lan):
        assert [door.agency_id for door in files.doors_of(file)] == [yen.agency_id]

    actions.confirm_outcome(referral=request, by=lan, now=clock.now())

    with acting(lan):
        assert not files.doors_of(file)
        assert "confirm_outcome" not in [task.kind for task in files.to_do(lan)]
        verbs = list(
            Line.objects.filter(chain=file.pk, verb__startswith="referral")
            .order_by("seq")
            .values_list("verb", flat=True)
        )
    assert verbs == [
        "referral.drafted",
        "referral.sent",
        "referral.accepted",
        "referral.begun",
        "referral.closed",
        "referral.confirmed",
    ]


def test_a_stranger_answers_nothing(lan, file, bed):
    request = make.sent(file, bed, by=lan)
    stranger = agencies.member()

    with acting(stranger):
        assert queries.referral(stranger, request.pk) is None
