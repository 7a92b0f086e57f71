"""Loading, describing and confirming the directory."""

from datetime import date, datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction

from ketnoi.directory import actions, queries, rules
from ketnoi.directory.models import Hotline, Schedule, Service, ServiceAtLocation, TrustedAddress
from ketnoi.directory.tests import make
from ketnoi.foundation import clock
from ketnoi.foundation.action import Refused, writing
from ketnoi.foundation.actor import Visitor

pytestmark = pytest.mark.django_db
CANARY = "số 99 Đường Chim Hoàng Yến"


@pytest.fixture(autouse=True)
def _network():
    make.network()


def test_loading_twice_leaves_the_same_directory():
    counts = [m.objects.count() for m in (Service, Hotline, Schedule, TrustedAddress)]

    again = make.network()

    assert again == counts[0] == 20
    assert counts == [m.objects.count() for m in (Service, Hotline, Schedule, TrustedAddress)]


def test_a_visitor_loads_nothing():
    with pytest.raises(Refused):
        actions.load_directory(by=Visitor(), now=make.NOW)


def test_nothing_is_said_to_be_checked_before_its_agency_says_so():
    assert not Service.objects.exclude(verified_on=None).exists()


def test_an_agency_confirms_its_own_service():
    lan, service = make.officer("wu-my-tu"), make.service()

    actions.verify_service(service=service, by=lan, now=make.NOW)

    service.refresh_from_db()
    assert (service.verified_on, service.verified_by_id) == (make.TODAY, lan.pk)
    assert service.hide_after == make.TODAY + timedelta(days=180)


@pytest.mark.parametrize(
    ("agency", "role"), [("peace-house", "lead"), ("wu-my-tu", "volunteer"), ("wu-my-tu", "admin")]
)
def test_nobody_else_confirms_it(agency, role):
    service = make.service()

    with pytest.raises(Refused):
        actions.verify_service(service=service, by=make.officer(agency, role), now=make.NOW)

    service.refresh_from_db()
    assert service.verified_on is None


def test_a_new_release_leaves_what_an_agency_described():
    lan, service = make.officer("wu-my-tu"), make.service()
    actions.describe_service(
        service=service, by=lan, now=make.NOW, name="Gặp chị Lan", languages=["vi", "km"]
    )

    make.network()

    service.refresh_from_db()
    assert (service.name, service.languages) == ("Gặp chị Lan", ["vi", "km"])
    assert service.verified_on == make.TODAY


def test_a_confirmed_number_can_be_dialled():
    hoa = make.officer("wu-can-tho", "lead")

    actions.verify_hotline(hotline=Hotline.objects.get(key="wu-soc-trang"), by=hoa, now=make.NOW)

    assert Hotline.objects.get(key="wu-soc-trang").dialable


@pytest.mark.parametrize("key", ["peace-house-shelter", "osso-papers"])
@pytest.mark.parametrize("field", ["name", "description", "how_to_reach", "eligibility"])
def test_no_text_of_a_secret_service_takes_an_address(key, field):
    service = make.service(key)
    yen = make.officer(service.agency.key)

    with pytest.raises(Refused):
        actions.describe_service(service=service, by=yen, now=make.NOW, **{field: CANARY})

    service.refresh_from_db()
    assert CANARY not in str(vars(service))


@pytest.mark.parametrize("key", ["peace-house-shelter", "osso-work"])
def test_a_secret_service_has_no_place(key):
    for place in ({"address": CANARY}, {"commune_id": make.MY_TU}):
        with pytest.raises(rules.AddressOfAShelter), writing():
            ServiceAtLocation.objects.create(service=make.service(key), **place)

    assert not ServiceAtLocation.objects.filter(service__location_secret=True).exists()


def test_the_database_itself_refuses_the_place_of_a_secret_service():
    service = make.service("peace-house-shelter")
    row = ServiceAtLocation(service=service, location_secret=True, address=CANARY)

    with pytest.raises(IntegrityError), transaction.atomic(), writing():
        ServiceAtLocation.objects.bulk_create([row])


def test_the_database_itself_keeps_a_shelter_secret():
    with pytest.raises(IntegrityError), transaction.atomic(), writing():
        Service.objects.filter(key="peace-house-shelter").update(location_secret=False)


def test_nobody_can_make_a_shelter_public():
    yen, service = make.officer("peace-house"), make.service("peace-house-shelter")

    actions.describe_service(service=service, by=yen, now=make.NOW, location_secret=False)

    service.refresh_from_db()
    assert service.location_secret


def test_a_trusted_address_names_no_house():
    with pytest.raises(rules.AddressOfAShelter), writing():
        TrustedAddress.objects.create(
            key="x", commune_id=make.MY_TU, label="Nhà chị Ba", how_to_reach=CANARY, source="xã"
        )


def test_no_data_file_says_where_a_secret_service_is():
    for service in Service.objects.filter(location_secret=True):
        rules.refuse_place(service.name, service.description, service.how_to_reach)
        assert not service.places.exists()


def test_services_for_a_need_come_near_ones_first_with_reasons():
    commune = queries.place_of("my tu")

    found = queries.services_for("safe_place", commune=commune)

    assert [e.record.agency.key for e in found[:2]] == ["wu-my-tu", "pc-my-tu"]
    assert found[0].reasons == [
        "chưa rõ còn chỗ, hãy hỏi trước",
        "ngay tại xã Mỹ Tú",
        "miễn phí",
        "chưa kiểm tra",
    ]
    assert found[-1].reasons[1] == "cả tỉnh, thành phố"


def test_a_language_she_speaks_comes_before_those_she_does_not():
    make.change(make.service("pc-my-tu-reception"), languages=["vi", "km"])

    found = queries.services_for("safe_place", commune=queries.place_of("my tu"), language="km")

    assert found[0].record.key == "pc-my-tu-reception"
    assert "có người nói tiếng Khmer" in found[0].reasons


def test_what_is_closed_now_comes_after_what_is_open(monkeypatch):
    with writing():
        for record in Service.objects.all():
            record.schedules.all().delete()
            Schedule.objects.create(
                service=record, days=[*rules.DAYS], opens_at=time(7), closes_at=time(17)
            )
        open_all_night = make.service("pc-my-tu-reception")
        open_all_night.schedules.update(always_open=True, opens_at=None, closes_at=None)
    midnight = datetime.combine(clock.today(), time(0), tzinfo=clock.ZONE)
    monkeypatch.setattr(queries.clock, "now", lambda: midnight)

    found = queries.services_for("safe_place", commune=queries.place_of("my tu"))

    assert found[0].record == open_all_night and "đang mở cửa" in found[0].reasons
    assert {"đang đóng cửa" in e.reasons for e in found[1:]} == {True}


def test_where_she_can_get_to_comes_first_and_why_is_said():
    make.change(make.service("pc-my-tu-reception"), accessibility=["step_free", "by_phone"])

    place = queries.place_of("my tu")
    found = queries.services_for("safe_place", commune=place, eases=["step_free"])

    assert found[0].record.key == "pc-my-tu-reception"
    assert "vào được bằng xe lăn" in found[0].reasons
    assert "làm được qua điện thoại" not in found[0].reasons


def test_far_communes_and_other_provinces_are_not_offered():
    found = queries.services_for("safe_place", commune=queries.place_of("phường Ba Đình, Hà Nội"))

    assert [e.record.agency.key for e in found] == []


def test_an_entry_is_hidden_from_the_public_after_its_last_day():
    service = make.service("job-service")
    make.change(service, verified_on=date(2020, 1, 1), hide_after=date(2020, 6, 29))

    public = {e.record.key for e in queries.find_help(need="livelihood")}
    staff = {e.record.key: e.sure for e in queries.services()}

    assert "job-service" not in public
    assert staff["job-service"] == "quá hạn kiểm tra; kiểm tra lần cuối: 01/01/2020"


def test_help_is_found_by_plain_words_with_and_without_marks():
    marked = [e.record.key for e in queries.find_help("bị chồng đánh")]
    plain = [e.record.key for e in queries.find_help("bi chong danh")]

    assert "peace-house-shelter" in marked
    assert marked == plain


def test_filters_narrow_what_is_found():
    everything = queries.find_help()
    free = queries.find_help(free=True)
    now = queries.find_help(open_now=True, need="identification")

    assert len(everything) == 20
    assert 0 < len(free) < len(everything)
    assert queries.find_help(khmer=True) == []
    assert [e.record.key for e in now] == ["police-can-tho-verify"]


def test_numbers_are_never_called_free_by_guess(settings):
    by_key = {e.record.key: e for e in queries.hotlines()}

    assert by_key["1900969680"].cost == "Có tính cước"
    assert by_key["111"].cost == "Miễn phí"
    assert by_key["18001233"].hours == "thứ Hai đến thứ Sáu, 08:00 đến 17:00"
    assert by_key["wu-soc-trang"].sure == "chưa kiểm tra; nguồn: bài viết"


def test_in_production_the_number_of_the_article_waits_for_somebody_to_confirm_it(settings):
    settings.TESTING = settings.DEMO = False

    before = {e.record.key for e in queries.hotlines()}
    actions.verify_hotline(
        hotline=Hotline.objects.get(key="wu-soc-trang"),
        by=make.officer("wu-can-tho", "lead"),
        now=make.NOW,
    )
    after = {e.record.key for e in queries.hotlines()}

    assert "wu-soc-trang" not in before
    assert "wu-soc-trang" in after
    assert {"113", "115", "111", "1900969680", "18001233"} <= before


def test_numbers_fixed_by_law_are_never_hidden():
    make.change(
        Hotline.objects.get(key="111"), verified_on=date(2020, 1, 1), hide_after=date(2020, 6, 1)
    )

    assert "111" in {e.record.key for e in queries.hotlines()}


def test_a_service_without_its_agency_is_left_out():
    rows = [{"key": "nowhere", "agency": "nobody", "name": "x", "source": "x"}]

    with writing():
        assert [actions._put(model=Service, row=dict(row)) for row in rows] == [None]


def test_the_directory_is_read_in_a_few_statements(django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        queries.find_help("giay to", commune="my tu", open_now=True)
    with django_assert_max_num_queries(6):
        queries.services()
