"""Somebody is away: a colleague stands in for her, and nothing of hers lies where nobody looks."""

from datetime import timedelta

import pytest
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob as Job

from ketnoi.agencies import actions, queries
from ketnoi.agencies.models import Leave
from ketnoi.agencies.tests import make
from ketnoi.cases import queries as files
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused, writing
from ketnoi.foundation.guard.context import acting
from ketnoi.referrals import actions as referrals
from ketnoi.referrals.tests import make as requests

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def lan():
    return make.member(name="Lan")


@pytest.fixture
def mai(lan):
    return make.member(lan.agency, name="Mai")


def away(who, substitute, *, since=0, until=3, by=None):
    today = clock.today()
    days = {"since": today + since * DAY, "until": today + until * DAY}
    about = {"by": by or who, "now": clock.now()}
    return actions.note_leave(member=who, substitute=substitute, **days, **about)


def desk(member):
    with acting(member):
        return [task.code for task in files.to_do(member, mine=True)]


@pytest.mark.parametrize("since, until, sees", [(0, 3, True), (-1, 0, True), (1, 3, False)])
def test_whoever_stands_in_sees_what_is_hers_on_those_days(lan, mai, since, until, sees):
    file = cases.case(lan)
    assert (desk(lan), desk(mai)) == ([file.code], [])

    away(lan, mai, since=since, until=until)

    assert desk(mai) == ([file.code] if sees else [])
    assert desk(lan) == [file.code]


def test_nobody_is_away_while_she_stands_in_for_another(lan, mai):
    away(lan, mai, since=1, until=3)
    dao = make.member(lan.agency, name="Đào")
    with pytest.raises(Refused, match="đang làm thay"):
        away(mai, dao, since=3, until=5)
    away(mai, dao, since=4, until=5)


def test_after_she_is_back_the_desk_is_hers_alone(lan, mai):
    cases.case(lan)
    leave = away(lan, mai)

    actions.end_leave(leave=leave, by=lan, now=clock.now())

    assert desk(mai) == []
    with pytest.raises(Refused, match="đã được bỏ"):
        actions.end_leave(leave=leave, by=lan, now=clock.now())


@pytest.mark.parametrize("is_kept_out", [False, True])
def test_both_are_told_and_who_must_not_know_is_not(lan, mai, is_kept_out):
    away(lan, mai)
    with writing():
        but = [mai.pk] if is_kept_out else []
        actions.tell_with_substitute(member_id=lan.pk, but=but)

    told = {job.args["member_id"] for job in Job.objects.filter(task_name__endswith="tell_member")}
    assert told == {str(lan.pk)} | (set() if is_kept_out else {str(mai.pk)})


def test_whoever_stands_in_takes_over_a_request_that_is_in_hand(lan):
    yen = make.member(make.agency("shelter", "province"), name="Yến")
    tu, bay = (make.member(yen.agency, name=name) for name in ("Tư", "Bảy"))
    sent = requests.sent(cases.case(lan, phone=cases.PHONE), requests.service(yen.agency), by=lan)
    referrals.take_referral(referral=requests.known(yen, sent), by=yen, now=clock.now())
    away(yen, tu)

    with pytest.raises(Refused):
        referrals.take_referral(referral=requests.known(bay, sent), by=bay, now=clock.now())
    referrals.take_referral(referral=requests.known(tu, sent), by=tu, now=clock.now())

    assert requests.known(tu, sent).taken_by_id == tu.pk


def test_nobody_stands_in_for_herself_from_elsewhere_or_while_away(lan, mai):
    other = make.member(name="Kim")
    volunteer = make.member(lan.agency, role="volunteer")
    for wrong in (lan, other, volunteer):
        with pytest.raises(Refused, match="đồng nghiệp khác"):
            away(lan, wrong)
    away(mai, lan, since=5, until=9)
    with pytest.raises(Refused, match="cũng nghỉ"):
        away(lan, mai, since=3, until=5)
    away(lan, mai)
    with pytest.raises(Refused, match="đã được ghi"):
        away(lan, mai, since=3, until=4)
    with pytest.raises(Refused, match="không được trước"):
        away(lan, mai, since=20, until=19)


def test_only_she_or_who_manages_members_says_when_she_is_away(lan, mai):
    lead, stranger = make.member(lan.agency, role="lead"), make.member(role="lead")
    for wrong in (mai, stranger):
        with pytest.raises(Refused, match="chính người ấy"):
            away(lan, mai, by=wrong)
    leave = away(lan, mai, by=lead)
    with pytest.raises(Refused, match="chính người ấy"):
        actions.end_leave(leave=leave, by=mai, now=clock.now())


def test_it_is_said_on_the_pages(client, lan, mai):
    today, door = clock.today(), "allauth.account.auth_backends.AuthenticationBackend"
    client.force_login(lan.user, backend=door)
    said = {"since_0": f"{today:%d/%m/%Y}", "until_0": f"{today + 2 * DAY:%d/%m/%Y}"}
    wrong = client.post(reverse("agencies:own_leave"), said)
    assert wrong.status_code == 422 and f"{today:%d}" in wrong.text
    client.post(reverse("agencies:own_leave"), said | {"substitute": str(mai.pk)})
    assert "Mai làm thay" in client.get(reverse("agencies:members")).text

    client.force_login(mai.user, backend=door)
    assert "Bạn đang làm thay: Lan" in " ".join(client.get(reverse("cases:today")).text.split())
    leave = Leave.objects.get()
    client.post(reverse("agencies:end_leave", args=[leave.pk]))
    assert queries.stood_in_for(mai) == [lan]
    client.force_login(lan.user, backend=door)
    client.post(reverse("agencies:end_leave", args=[leave.pk]))
    assert queries.stood_in_for(mai) == []


def test_somebody_elsewhere_finds_no_leave(client, lan, mai):
    leave, kim = away(lan, mai), make.member(role="lead")
    client.force_login(kim.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    for name, pk in (("end_leave", leave.pk), ("leave_of", lan.pk)):
        assert client.post(reverse(f"agencies:{name}", args=[pk])).status_code == 404
