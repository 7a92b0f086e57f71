"""What is done with the record of one person."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from ketnoi.foundation import guard, name_index, shreds
from ketnoi.foundation.action import Changed, Refused, action, note, part
from ketnoi.foundation.actor import Actor, System
from ketnoi.foundation.clock import ZONE
from ketnoi.foundation.crypto import new_data_key, tag
from ketnoi.people import access, queries
from ketnoi.people.models import Address, DataKey, Hold, Paper, Person, Phone, Representative
from ketnoi.people.terms import Country, WhoAnswers


@part
def make_key() -> DataKey:
    """A fresh data key, wrapped, for a person or for something that is told to others."""
    key = DataKey(pk=uuid4())
    key.wrapped = DataKey._meta.get_field("wrapped").close(new_data_key(), row=key.pk)
    key.save(force_insert=True)
    return key


@part
def destroy_key(*, key_id: UUID) -> None:
    """Nothing that was sealed with this key can be read again, by anybody.

    The database itself does it, and asks whose key it is: no statement of ours changes one.
    """
    guard.destroy_key(key_id)


@action
def take_down_person(*, by: Any, now: datetime, called: str = "", **facts: Any) -> Person:
    """Begin the record of a person, with as little as she wants to say."""
    person = Person(key=make_key(), holder_id=by.agency_id, keeper=by, called=called, **facts)
    person.save(force_insert=True)
    index_person(person)
    note("person.taken_down", by=by, about=person)
    return person


@action
def describe_person(*, person: Person, version: int, by: Actor, **facts: Any) -> Person:
    """Correct or complete what is known of her; refused when somebody else was faster."""
    if not access.may_describe(member=by, person=person):
        raise Refused(_("Chỉ đơn vị phụ trách mới sửa được thông tin này."))
    fresh = Person.objects.select_for_update(of=("self",)).select_related("key").get(pk=person.pk)
    if fresh.version != version:
        raise Changed(fresh)
    for name, value in facts.items():
        setattr(fresh, name, value)
    fresh.version += 1
    fresh.save()
    index_person(fresh)
    note("person.described", by=by, about=fresh, fields=sorted(facts))
    return fresh


@part
def index_person(person: Person) -> None:
    """From now on she is found by her name and her year of birth as they are written now."""
    name_index.put([queries.entry_of(person, name_index.partitions())])


@part
def forget_tags(person_id: UUID) -> None:
    """Nothing in the index of names points to her any more."""
    name_index.forget(person_id)


@action
def begin_index(*, by: System) -> int:
    """The index of names is to be made again; says for how many people."""
    total = queries.count_everybody()
    name_index.begin(total)
    note("names.index_begun", by=by, about=None, total=total)
    return total


@action
def index_next(*, by: System, most: int) -> int:
    """Put the next people of an agency into the index of names; says how many that were."""
    people = queries.not_yet_indexed(by, most=most)
    partitions = name_index.partitions()
    name_index.put([queries.entry_of(person, partitions) for person in people])
    if people:
        name_index.walked(people[-1].holder_id, after=people[-1].pk, count=len(people))
    note("names.indexed", by=by, about=None, count=len(people))
    return len(people)


@action
def finish_index(*, by: System) -> None:
    """Everybody is found by name again."""
    name_index.finish()
    note("names.index_finished", by=by, about=None)


@action
def note_phone(
    *,
    person: Person,
    number: str,
    by: Any,
    now: datetime,
    who_answers: str = WhoAnswers.UNKNOWN,
    safe_hours: str = "",
    message_ok: bool = False,
) -> Phone:
    """Write down a number she agreed to be called on (E.164), and what is safe on it."""
    phone = Phone(
        **_about(person, by, now),
        number=number,
        number_tag=tag("phone", number),
        who_answers=who_answers,
        safe_hours=safe_hours,
        message_ok=message_ok,
    )
    phone.save(force_insert=True)
    note("phone.noted", by=by, about=phone)
    return phone


@action
def note_paper(
    *,
    person: Person,
    kind: str,
    number: str,
    by: Any,
    now: datetime,
    country: str = Country.VN,
    original: str = "",
) -> Paper:
    """Write down a paper that proves who she is, of which country, and where the original is."""
    paper = Paper(
        **_about(person, by, now),
        kind=kind,
        number=number,
        number_tag=tag("paper", number),
        country=country,
        original=original,
    )
    paper.save(force_insert=True)
    note("paper.noted", by=by, about=paper, kind=kind, country=country)
    return paper


@action
def note_address(
    *,
    person: Person,
    commune: Any,
    line: str,
    by: Any,
    now: datetime,
    country: str = Country.VN,
) -> Address:
    """Write down where she lives or wants to be visited, here or in another country."""
    address = Address(**_about(person, by, now), commune=commune, line=line, country=country)
    address.save(force_insert=True)
    note("address.noted", by=by, about=address, country=country)
    return address


@action
def name_representative(
    *,
    person: Person,
    name: str,
    relation: str,
    may_be_danger: bool,
    by: Any,
    now: datetime,
) -> Representative:
    """Write down who speaks for somebody under 18."""
    representative = Representative(
        **_about(person, by, now),
        name=name,
        relation=relation,
        may_be_danger=may_be_danger,
    )
    representative.save(force_insert=True)
    note("representative.named", by=by, about=representative, relation=relation)
    return representative


@action
def forget_phone(*, phone: Phone, by: Any) -> None:
    """Take away a number that is no longer safe, at once."""
    if not access.may_describe(member=by, person=phone.person):
        raise Refused(_("Chỉ đơn vị phụ trách mới sửa được thông tin này."))
    note("phone.forgotten", by=by, about=phone)
    if not phone.delete()[0]:
        raise Refused(_("Số này đã được xóa trước đó."))


@action
def hold_data(
    *, person: Person, ground: str, source: str, until: date | None, by: Any, now: datetime
) -> Hold:
    """A paper of an authority orders her data to be kept; it is written down with its number."""
    if not access.may_hold(member=by, person=person):
        raise Refused(_("Chỉ đơn vị phụ trách mới ghi được yêu cầu giữ dữ liệu."))
    hold = Hold(**_about(person, by, now), ground=ground, source=source, until=until)
    hold.save(force_insert=True)
    note("hold.noted", by=by, about=hold, ground=ground)
    return hold


@action
def lift_hold(*, hold: Hold, by: Any, now: datetime) -> Hold:
    """What ordered her data to be kept holds no longer."""
    if not access.may_hold(member=by, person=hold.person):
        raise Refused(_("Chỉ đơn vị phụ trách mới ghi được yêu cầu giữ dữ liệu."))
    if hold.lifted_at:
        raise Refused(_("Yêu cầu giữ này đã thôi trước đó."))
    hold.lifted_at, hold.lifted_by_id = now, by.member_id
    hold.save(update_fields=["lifted_at", "lifted_by"])
    note("hold.lifted", by=by, about=hold)
    return hold


@action
def erase_person(*, person: Person, by: Any, now: datetime, ground: str = "request") -> Person:
    """Destroy every key of hers and every tag she is found by; nobody reads her data again.

    Her files stay as numbers without a name. Refused while a hold says that they must be kept.
    """
    if not access.may_erase(member=by, person=person):
        raise Refused(_("Chỉ phụ trách đơn vị đang giữ hồ sơ mới xóa được."))
    if person.erased_at:
        raise Refused(_("Dữ liệu này đã được xóa trước đó."))
    if queries.hold_on(person, on=now.astimezone(ZONE).date()):
        raise Refused(_("Dữ liệu đang phải giữ theo yêu cầu của cơ quan có thẩm quyền."))
    keys = shreds.erase(person.pk, ground=ground)
    forget_tags(person.pk)
    note("person.erased", by=by, about=person, keys=keys, ground=ground)
    return Person.objects.get(pk=person.pk)


def _about(person: Person, by: Any, now: datetime) -> dict[str, Any]:
    if not access.may_describe(member=by, person=person):
        raise Refused(_("Chỉ đơn vị phụ trách mới sửa được thông tin này."))
    return {
        "person": person,
        "holder_id": person.holder_id,
        "keeper_id": by.member_id,
        "noted_at": now,
    }
