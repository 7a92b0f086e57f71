"""The ways a row is reached. Each says itself twice: as a policy for PostgreSQL, as a Q for Django.

The policy has the shape that was measured to be fast: a column compared with a value that is
worked out once per query, or with an array of ids that is gathered once per query.
"""

from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import BooleanField, Expression, F, Func, Q, UUIDField, Value

from ketnoi.foundation import clock
from ketnoi.foundation.guard import context

GUEST = "guest"


class AnyOf(Func):
    """`column = ANY(array)`: a condition the planner can answer from the index of the column."""

    template = "%(expressions)s)"
    arg_joiner = " = ANY("
    output_field = BooleanField()
    conditional = True


@dataclass(frozen=True)
class Way:
    """One way to reach a row; perhaps only rows with certain values, only for one role.

    `never` names a column, and values with which a row is not reached this way.
    """

    column: str = ""
    only: dict[str, Any] = field(default_factory=dict)
    role: str = ""
    never: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def sql(self) -> str:
        """The condition of the policy."""
        conditions = [
            self._sql(),
            *(f"{k} = {_literal(v)}" for k, v in self.only.items()),
            *(f"{k} NOT IN ({', '.join(map(_literal, v))})" for k, v in self.never.items()),
        ]
        if self.role:
            conditions.append(f"(SELECT kn.role()) = {_literal(self.role)}")
        return "(" + " AND ".join(conditions) + ")"

    def q(self, member: Any, *, one: bool = False) -> Q:
        """The same condition for Django, for this member; in the form for one row, or for many."""
        if self.role and member.role != self.role:
            return NOTHING
        reached = (self._one(member) if one else self._q(member)) & Q(**self.only)
        for column, values in self.never.items():
            reached &= ~Q(**{f"{column}__in": values})
        return reached

    def q_of_many(self, member: Any) -> Q:
        """The same for thousands of rows: what the planner must know is asked for beforehand."""
        return self.q(member)

    def _sql(self) -> str:
        raise NotImplementedError

    def _q(self, member: Any) -> Q:
        raise NotImplementedError

    def _one(self, member: Any) -> Q:
        return self._q(member)


@dataclass(frozen=True)
class ByAgency(Way):
    """Rows of the agency whose files the actor may open; `also` names it in a second column."""

    also: str = ""

    def _sql(self) -> str:
        columns = [self.column, *filter(None, [self.also])]
        return " AND ".join(f"{column} = (SELECT kn.files())" for column in columns)

    def _q(self, member: Any) -> Q:
        if not member.files:
            return NOTHING
        return Q(**{column: member.files for column in (self.column, self.also) if column})


@dataclass(frozen=True)
class ByMember(Way):
    """Rows of the acting member; with `home`, only where that column names her own agency."""

    home: str = ""

    def _sql(self) -> str:
        hers = f"{self.column} = (SELECT kn.member())"
        return f"{hers} AND {self.home} = (SELECT kn.agency())" if self.home else hers

    def _q(self, member: Any) -> Q:
        if not member.member_id:
            return NOTHING
        home = {self.home: member.agency_id} if self.home else {}
        return Q(**{self.column: member.member_id}, **home)


class OfHome(Way):
    """Rows of the actor's own agency, whatever files she may open (so say for whom: `role`)."""

    def _sql(self) -> str:
        return f"{self.column} = (SELECT kn.agency())"

    def _q(self, member: Any) -> Q:
        return Q(**{self.column: member.agency_id}) if member.agency_id else NOTHING


class ByRole(Way):
    """Every row, for one role (the column is the role's name)."""

    def _sql(self) -> str:
        return f"(SELECT kn.role()) = {_literal(self.column)}"

    def _q(self, member: Any) -> Q:
        return Q(pk__isnull=False) if member.role == self.column else NOTHING


@dataclass(frozen=True)
class OwnLink(Way):
    """The row of the link itself by which a guest came, alive or not."""

    column: str = "id"

    def _sql(self) -> str:
        return f"{self.column} = (SELECT kn.link())"

    def _q(self, member: Any) -> Q:
        return Q(**{self.column: member.key}) if member.role == GUEST else NOTHING


@dataclass(frozen=True)
class LedTo(Way):
    """The one record a guest's link leads to, and what names it, for as long as the link lives.

    `text`: the column keeps the id as words.
    """

    text: bool = False

    def _sql(self) -> str:
        one = "(SELECT kn.led_to()::text)" if self.text else "(SELECT kn.led_to())"
        return f"{self.column} = {one}"

    def _q(self, member: Any) -> Q:
        leads_to = member.leads_to if member.role == GUEST else None
        if leads_to is None:
            return NOTHING
        return Q(**{self.column: str(leads_to) if self.text else leads_to})


class Opened(Way):
    """Rows of files that were opened to the agency or the member, for as long as that holds."""

    def _sql(self) -> str:
        # One row asks the index of doors, many rows one set of them: the planner chooses.
        return f"EXISTS (SELECT FROM kn.opened WHERE file = {self.column})"

    def _q(self, member: Any) -> Q:
        return Q(AnyOf(F(self.column), OpenedFiles(member)))

    def _one(self, member: Any) -> Q:
        return Q(IsOpened(self.column, member))

    def q_of_many(self, member: Any) -> Q:
        """The doors are read first: only then does the planner know how many there are."""
        with connection.cursor() as cursor:
            cursor.execute(_doors(), OpenedFiles(member).asks)
            files = [file for (file,) in cursor.fetchall()]
        return Q(AnyOf(F(self.column), Value(files, output_field=ArrayField(UUIDField()))))


@dataclass(frozen=True)
class TakingPart(Way):
    """Rows of the actor's agency in a file that it holds or that was opened to it."""

    column: str = "agency_id"
    file: str = "case_id"
    holder: str = "holder_id"

    def _sql(self) -> str:
        own = ByAgency(self.column).sql()
        return f"{own} AND ({ByAgency(self.holder).sql()} OR {Opened(self.file).sql()})"

    def _q(self, member: Any) -> Q:
        takes_part = ByAgency(self.holder).q(member) | Opened(self.file).q(member)
        return ByAgency(self.column).q(member) & takes_part


@dataclass(frozen=True)
class Guard:
    """Who reaches the rows of one table, who may add and who may change them.

    `see` answers reading and, unless `add` or `change` say otherwise, writing too. `hides` is the
    column that says what a row belongs to: what is hidden from the actor is reached in no way.
    """

    see: tuple[Way, ...]
    add: tuple[Way, ...] | None = None
    change: tuple[Way, ...] | None = None
    hides: str = ""

    def policies(self) -> dict[str, str]:
        """The SQL condition for each command."""
        change = self.see if self.change is None else self.change
        add = self.see if self.add is None else self.add
        ways = {"SELECT": self.see, "INSERT": add, "UPDATE": change, "DELETE": change}
        return {command: self._not_hidden(_any(reached)) for command, reached in ways.items()}

    def q(self, member: Any, *, one: bool = False) -> Q:
        """What this member may see, for Django: asked of many rows, or of one that is named."""
        ways = [q for way in self.see if (q := way.q(member, one=one)) != NOTHING]
        return (reduce(or_, ways) if ways else NOTHING) & self.shown()

    def shown(self) -> Q:
        """That a row is not hidden from whoever acts, for Django."""
        acting = context.current()
        hidden = acting.hidden if acting and self.hides else ()
        return ~Q(**{f"{self.hides}__in": hidden}) if hidden else Q()

    def _not_hidden(self, reached: str) -> str:
        # One array for each query; nearly always it is empty.
        if not self.hides or reached == "false":
            return reached
        return f"({reached}) AND ({self.hides} = ANY ((SELECT kn.hidden())::uuid[])) IS NOT TRUE"


class OpenedFiles(Expression):
    """Ids of the files opened to a member or her agency now: what the views say, again.

    Written out by itself, so that a mistake in one of the two locks is not one in the other.
    """

    output_field = ArrayField(UUIDField())

    def __init__(self, member: Any) -> None:
        super().__init__()
        self.asks = [member.files, member.member_id, clock.now()]

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """The doors that are open at the moment of the transaction."""
        return f"ARRAY({_doors()})", self.asks


class IsOpened(Func):
    """Whether one file is opened: asks for its doors only, where the list asks for all doors."""

    output_field = BooleanField()
    conditional = True

    def __init__(self, column: str, member: Any) -> None:
        super().__init__(F(column))
        self.asks = [member.files, member.member_id, clock.now()]

    def as_sql(
        self,
        compiler: Any,
        connection: Any,
        function: str | None = None,
        template: str | None = None,
        arg_joiner: str | None = None,
        **_context: Any,
    ) -> Any:
        """The doors of this file that are open at the moment of the transaction."""
        file, _none = compiler.compile(self.source_expressions[0])
        return f"EXISTS({_doors(f'o.case_id = {file} AND ')})", self.asks


def _doors(of_file: str = "") -> str:
    table = next(m for m in apps.get_models() if getattr(m, "opens_files", False))._meta.db_table
    hers = "o.agency_id = %s AND (o.member_id IS NULL OR o.member_id = %s)"
    live = "o.since IS NOT NULL AND o.ended_at IS NULL AND (o.until IS NULL OR o.until > %s)"
    return f"SELECT o.case_id FROM {table} o WHERE {of_file}{hers} AND {live}"  # noqa: S608


NOTHING = Q(pk__in=[])


def _any(ways: tuple[Way, ...]) -> str:
    return " OR ".join(way.sql() for way in ways) or "false"


def _literal(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if not str(value).replace("_", "").isalnum():
        raise ValueError("a policy compares with plain words only")
    return f"'{value}'"
