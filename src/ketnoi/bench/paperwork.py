"""The paper that every step of a file needs: records, tasks, lines, and who signs them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Model

from ketnoi.agencies.models import Agency, AgencyKey, Member
from ketnoi.cases.models import Case, Task, Wrap
from ketnoi.directory.models import Service
from ketnoi.foundation.crypto import new_data_key
from ketnoi.foundation.models import Line
from ketnoi.people.models import DataKey, Person

Due = Callable[[str, datetime], datetime]


@dataclass(frozen=True)
class Cast:
    """Who takes part: the agency that holds the file, the one it asks, and a member of each."""

    home: Agency
    officer: Member
    asked: Agency
    answers: Member
    service: Service
    keys: Mapping[UUID, AgencyKey]


class Paperwork:
    """What has been written so far, and the person and the file it is about."""

    person: Person
    case: Case
    key: DataKey

    def __init__(self, cast: Cast, due: Due) -> None:
        self.cast, self.due = cast, due
        self.records: list[Model] = []
        self.lines: list[Line] = []
        self.open_tasks: dict[str, Task] = {}
        self.seals: dict[str, tuple[UUID, bytes]] = {}
        self.closed: set[tuple[str, Agency]] = set()

    def _ask(
        self,
        kind: str,
        step: str,
        at: datetime,
        *,
        page: str,
        subject: str = "",
        due: str = "",
        **whose: Any,
    ) -> None:
        home = self.cast.home
        desk = {"agency": home, "member": self.cast.officer, **whose}
        clock = {"made_at": at, "due_at": self.due(due or f"case.{kind}", at)}
        about = {"kind": kind, "step": step, "page": page, "subject": subject}
        code = self.case.code
        self.open_tasks[kind] = self._of_case(Task, code=code, asker=home, **desk, **clock, **about)

    def _settle(self, kind: str, at: datetime, by: Member | None = None) -> Task:
        task = self.open_tasks.pop(kind)
        task.done_at, task.done_by = at, by or self.cast.officer
        return task

    def _new_key(self) -> DataKey:
        key = self._keep(DataKey())
        key.wrapped = DataKey._meta.get_field("wrapped").close(new_data_key(), row=key.pk)
        return key

    def _seal_of(self, scope: str, *to: Agency) -> tuple[UUID, bytes]:
        if scope not in self.seals:
            self.seals[scope] = uuid4(), new_data_key()
        seal, plain = self.seals[scope]
        for agency in to:
            if (scope, agency) not in self.closed:
                self._wrap(scope, seal, plain, agency, within=self.key)
        return seal, plain

    def _wrap(
        self, scope: str, seal: UUID, plain: bytes, agency: Agency, *, within: DataKey
    ) -> None:
        self.closed.add((scope, agency))
        wrap = self._of_case(
            Wrap, seal=seal, scope=scope, agency=agency, to=self.cast.keys[agency.pk]
        )
        wrap.close(plain, within=within.plain)

    def _about_her(self, model: Any, at: datetime, /, **facts: Any) -> Any:
        own = {"holder": self.cast.home, "keeper": self.cast.officer, "noted_at": at}
        return self._keep(model(person=self.person, **own, **facts))

    def _of_case(self, model: Any, /, **facts: Any) -> Any:
        return self._keep(model(case=self.case, holder=self.cast.home, **facts))

    def _keep(self, record: Any) -> Any:
        self.records.append(record)
        return record

    def _say_of_her(self, verb: str, at: datetime, about: Any, **facts: Any) -> None:
        self._line(self.person.pk, verb, at, about, facts, self.cast.officer)

    def _say(
        self, verb: str, at: datetime, about: Any, *, by: Member | None = None, **facts: Any
    ) -> None:
        shared = facts.pop("shared", False)
        by = by or self.cast.officer
        self._line(self.case.pk, verb, at, about, facts, by, shared=shared)

    def _line(
        self,
        chain: UUID,
        verb: str,
        at: datetime,
        about: Any,
        facts: dict[str, Any],
        by: Member,
        shared: bool = False,
    ) -> None:
        self.lines.append(
            Line(
                chain=chain,
                at=at,
                actor=by.actor,
                agency=by.agency_id,
                holder=self.cast.home.pk,
                verb=verb,
                about=f"{about._meta.label}:{about.pk}",
                facts=facts,
                shared=shared,
            )
        )
