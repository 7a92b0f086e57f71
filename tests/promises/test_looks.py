"""P10: no line, no page. Who looked is written with the look itself, and she can read it."""

import pytest
from django.db import connections

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.tests import papers
from ketnoi.foundation.trail.models import Line
from ketnoi.foundation.uploads import fit

NO_LINE = pytest.mark.django_db(transaction=True, databases=["default", "owner"])
OPENS = ["", "nguoi/", "ghi-chu/", "dong-y/", "nguoi-xem/", "xem/ten/"]
# What leaves the house on paper or as a file, and the line of each.
LEAVES = {
    "quyen/ban-sao/": "person.copied",
    "nguoi-xem/ban-in/": "looks.printed",
    "giay-to/{attachment}/": "attachment.opened",
}


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def desk(client, lan):
    client.raise_request_exception = False
    return agencies.signed_in(client, lan)


def forbid_lines():
    with connections["owner"].cursor() as cursor:
        cursor.execute("REVOKE EXECUTE ON FUNCTION kn.trail_append FROM ketnoi_app")


@NO_LINE
@pytest.mark.parametrize("part", OPENS)
def test_a_page_whose_look_cannot_be_written_is_refused(desk, lan, part):
    file = cases.case(lan, phone=cases.PHONE)
    here = f"/cb/ho-so/{file.code}/{part}"
    assert desk.get(here).status_code == 200

    forbid_lines()
    refused = desk.get(here)

    assert refused.status_code == 500
    assert file.code not in refused.content.decode()


@pytest.fixture
def held(lan):
    """A file of hers with a paper attached to it, and the addresses of what can be taken along."""
    file = cases.case(lan, phone=cases.PHONE)
    said = {"kind": "other", "title": "", "privacy": "agency"}
    paper = fit(papers.document())
    attached = actions.attach(case=file, file=paper, by=lan, now=clock.now(), **said)
    return file, lambda part: f"/cb/ho-so/{file.code}/{part.format(attachment=attached.pk)}"


def lines_of(file, member):
    with agencies.as_seen_by(member):
        return list(Line.objects.filter(chain=file.pk).looks().values_list("verb", flat=True))


@NO_LINE
@pytest.mark.parametrize("part", LEAVES)
def test_what_leaves_the_house_leaves_one_line(desk, lan, held, part):
    file, address = held

    assert desk.get(address(part)).status_code == 200

    assert lines_of(file, lan) == [LEAVES[part]]


@NO_LINE
@pytest.mark.parametrize("part", LEAVES)
def test_nothing_leaves_the_house_without_its_line(desk, held, part):
    file, address = held
    said = desk.get(address(part)).content

    forbid_lines()
    refused = desk.get(address(part))

    assert refused.status_code == 500
    assert refused.content != said
    assert cases.NAME not in refused.content.decode()
    assert file.code not in refused.content.decode()


@NO_LINE
def test_nothing_is_revealed_without_its_line(desk, lan):
    file = cases.case(lan, phone=cases.PHONE)
    reveal = f"/cb/ho-so/{file.code}/xem/ten/"
    assert cases.NAME in desk.post(reveal, {"reason": "check"}).content.decode()

    forbid_lines()
    refused = desk.post(reveal, {"reason": "check"})

    assert refused.status_code == 500
    assert cases.NAME not in refused.content.decode()


@NO_LINE
def test_nobody_searches_without_a_line(desk, lan):
    file = cases.case(lan, phone=cases.PHONE)
    asked = {"words": cases.PHONE}
    assert file.code in desk.post("/cb/ho-so/tim/", asked).content.decode()

    forbid_lines()
    refused = desk.post("/cb/ho-so/tim/", asked)

    assert refused.status_code == 500
    assert file.code not in refused.content.decode()


@NO_LINE
def test_each_look_is_one_line(desk, lan):
    file = cases.case(lan)

    for _ in range(3):
        desk.get(f"/cb/ho-so/{file.code}/")

    with agencies.as_seen_by(lan):
        assert Line.objects.filter(chain=file.pk).looks().count() == 3


@pytest.fixture
def watched(client, lan):
    """A file that two agencies have opened, one of them in an emergency."""
    file = cases.case(lan)
    kim = agencies.member(agencies.agency("osso", name="OSSO"), role="lead", name="Kim Bí Mật")
    actions.open_in_emergency(code=file.code, reason="danger", words="…", by=kim, now=clock.now())
    agencies.signed_in(client, kim).get(f"/cb/ho-so/{file.code}/")
    agencies.signed_in(client, lan).get(f"/cb/ho-so/{file.code}/")
    client.get(f"/cb/ho-so/{file.code}/")
    client.post(f"/cb/ho-so/{file.code}/xem/ten/", {"reason": "check"})
    return file, kim


@pytest.mark.django_db
def test_she_can_read_who_looked_by_role_and_not_by_name(client, watched):
    file, kim = watched

    html = client.get(f"/cb/ho-so/{file.code}/nguoi-xem/ban-in/").content.decode()
    table = html[html.index("<table") : html.index("</table>")]

    assert "Phụ trách đơn vị, OSSO" in table
    assert "Mở khẩn cấp khi chưa được hỏi" in table
    assert "Xem thông tin được giữ kín (Để đối chiếu giấy tờ)" in table
    assert kim.name not in table
    assert ">2</td>" in table


@pytest.mark.django_db
def test_only_who_keeps_the_file_prints_it(client, watched):
    file, kim = watched

    answer = agencies.signed_in(client, kim).get(f"/cb/ho-so/{file.code}/nguoi-xem/ban-in/")

    assert answer.status_code == 404
    with acting(kim):
        assert Line.objects.filter(chain=file.pk, verb="looks.printed").count() == 0
