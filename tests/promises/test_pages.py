"""What a page weighs, whom it calls, and how many questions it asks the database."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ketnoi.agencies.tests import make as agencies
from ketnoi.cases import actions
from ketnoi.cases.tests import make as cases
from ketnoi.foundation import clock
from ketnoi.referrals.tests import make as requests
from tests.promises.canaries import BACKEND

pytestmark = pytest.mark.django_db

PUBLIC_LIMIT, SCRIPT_LIMIT, STAFF_LIMIT = 30_000, 4_000, 60_000
PUBLIC = [
    *("/", "/ho-tro/", "/duong-day-nong/", "/an-toan/", "/can-giup/", "/bao-tin/", "/viec-lam/"),
    *("/kien-thuc/", "/kien-thuc/luat/", "/kien-thuc/hoi-truoc-khi-di/"),
    *("/kien-thuc/the/", "/kien-thuc/the/a4/"),
]
LINKED = re.compile(r'<(?:link|script|img|source|audio)[^>]+(?:href|src)="([^"]+)"')
ABSOLUTE = re.compile(r"""(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}""", re.IGNORECASE)
# Outside a test the end of the transaction forgets who acted, without a question of its own.
FORGETTING = "set_config('kn.told', '|||"
UNCOUNTED = ("SAVEPOINT", "RELEASE", "ROLLBACK", "SET ", "BEGIN", "COMMIT")


@pytest.fixture
def lan():
    return agencies.member(name="Lan")


@pytest.fixture
def signed_in(client, lan):
    client.force_login(lan.user, backend=BACKEND)
    return client


def files_of(html):
    names = {urlsplit(url).path for url in LINKED.findall(html) if not url.startswith("data:")}
    prefix = settings.STATIC_URL
    return {n: Path(finders.find(n.removeprefix(prefix))).read_bytes() for n in names}


def weight(html, files):
    return sum(len(brotli.compress(data)) for data in [html.encode(), *files.values()])


def staff_pages(lan):
    file = cases.case(lan, phone=cases.PHONE)
    bed = requests.service(agencies.agency("shelter"), "safe_place")
    referral = requests.sent(file, bed, by=lan)
    here = f"/cb/ho-so/{file.code}/"
    rest = ["dong-y/", "ghi-chu/", "nguoi/", "thong-tin/", "chuyen-gui/", "nguoi-xem/", "ho-tro/"]
    top = ["/cb/", "/cb/ho-so/", "/cb/tiep-nhan/", "/cb/chuyen-gui/", "/cb/danh-ba/"]
    return [*top, here, *(here + page for page in rest), f"/cb/chuyen-gui/{referral.pk}/"]


@pytest.mark.parametrize("url", PUBLIC)
@pytest.mark.parametrize("language", ["", "/en", "/km"])
def test_a_public_page_is_light_and_leaves_nothing(client, url, language):
    response = client.get(language + url)
    html = response.content.decode()
    files = files_of(html)
    scripts = [data for name, data in files.items() if name.endswith(".js")]

    assert response.status_code == 200
    assert weight(html, files) <= PUBLIC_LIMIT
    assert sum(len(brotli.compress(script)) for script in scripts) <= SCRIPT_LIMIT
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"


def test_staff_pages_are_light_and_call_no_other_host(signed_in, lan):
    for url in staff_pages(lan):
        response = signed_in.get(url)
        html = response.content.decode()
        files = files_of(html)

        assert response.status_code == 200, url
        assert weight(html, files) <= STAFF_LIMIT, url
        assert not foreign(html, files), url
        assert response.headers["Cache-Control"] == "no-store", url


@pytest.mark.parametrize("url", PUBLIC)
def test_public_pages_call_no_other_host(client, url):
    html = client.get(url).content.decode()

    assert not foreign(html, files_of(html))


def foreign(html, files):
    text = html + "".join(data.decode(errors="ignore") for data in files.values())
    allowed = {"www.w3.org", urlsplit(settings.KETNOI_EXIT_URL).hostname}
    called = {found.rpartition("//")[2] for found in ABSOLUTE.findall(text)}
    return called - allowed


def questions(client, url, method="get", **typed):
    with CaptureQueriesContext(connection) as asked:
        response = getattr(client, method)(url, typed)
    assert response.status_code == 200, url
    asked_for = (q["sql"] for q in asked if not q["sql"].startswith(UNCOUNTED))
    return [sql for sql in asked_for if FORGETTING not in sql]


def fill(lan, count, yen):
    bed = requests.service(yen, "safe_place")
    for _ in range(count):
        file = cases.case(lan, phone=cases.PHONE)
        requests.sent(file, bed, by=lan)
    for _ in range(count):
        actions.write_note(
            case=file, body="…", privacy="network", kind="call", by=lan, now=clock.now()
        )
        requests.sent(file, bed, by=lan)
    return file


FIXED = {
    "today": ("/cb/", 8),
    "files": ("/cb/ho-so/", 8),
    "file": ("/cb/ho-so/{code}/", 15),
    "referrals": ("/cb/chuyen-gui/?huong=di", 7),
    "consents": ("/cb/ho-so/{code}/dong-y/", 9),
    "who": ("/cb/ho-so/{code}/nguoi-xem/", 11),
}


@pytest.mark.parametrize("page", FIXED)
def test_questions_do_not_grow_with_rows(signed_in, lan, page):
    url, most = FIXED[page]
    few = fill(lan, 2, agencies.agency("shelter"))
    signed_in.get(url.format(code=few.code))
    with_few = questions(signed_in, url.format(code=few.code))
    many = fill(lan, 8, agencies.agency("shelter"))
    with_many = questions(signed_in, url.format(code=many.code))

    assert len(with_few) == len(with_many)
    assert len(with_many) <= most, "\n".join(with_many)


def test_searching_asks_the_same_however_many_there_are(signed_in, lan):
    fill(lan, 2, agencies.agency("shelter"))
    signed_in.get("/cb/ho-so/tim/")
    few = questions(signed_in, "/cb/ho-so/tim/", "post", words="0912345678")
    fill(lan, 8, agencies.agency("shelter"))
    many = questions(signed_in, "/cb/ho-so/tim/", "post", words="0912345678")

    assert len(few) == len(many) <= 9


def test_looking_before_a_file_begins_asks_the_same_however_many_there_are(signed_in, lan):
    typed = {"called": "Út", "number": "0912345678", "recorded": "yes", "once": "1"}
    fill(lan, 2, agencies.agency("shelter"))
    signed_in.post("/cb/tiep-nhan/", typed)
    few = questions(signed_in, "/cb/tiep-nhan/", "post", **typed)
    fill(lan, 8, agencies.agency("shelter"))
    many = questions(signed_in, "/cb/tiep-nhan/", "post", **typed)

    assert len(few) == len(many) <= 15, "\n".join(many)
