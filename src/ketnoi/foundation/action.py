"""The one door through which this system changes: an action.

An action names its actor, runs in one transaction, and leaves one line in the trail.
Nothing else may write field data.
"""

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

from django.db import DatabaseError, models, transaction
from django.utils.translation import gettext as _

from ketnoi.foundation import trail
from ketnoi.foundation.actor import Actor
from ketnoi.foundation.crypto import Erased, columns_of
from ketnoi.foundation.guard.context import acting
from ketnoi.foundation.guard.reach import Guard, Way

P = ParamSpec("P")
R = TypeVar("R")

MOVED = "KN001"
"""How PostgreSQL says that nothing may be done any more where a line is to be left."""

_lines: ContextVar[list[str] | None] = ContextVar("trail_lines", default=None)


class Refused(Exception):
    """A rule said no. The message is written for the person at the screen."""


class Changed(Refused):
    """Somebody else saved this record first. It carries theirs, so that a person can choose."""

    def __init__(self, theirs: models.Model) -> None:
        super().__init__("changed")
        self.theirs = theirs


class WroteOutsideAction(RuntimeError):
    """A record was saved by code that is not an action."""


class LeftNoTrail(RuntimeError):
    """An action finished without saying what it did, or said it twice."""


@contextmanager
def writing() -> Iterator[list[str]]:
    """Open the door. Used by @action, by the bulk loader and by tests that build a scene."""
    lines: list[str] = []
    token = _lines.set(lines)
    try:
        with transaction.atomic():
            yield lines
    finally:
        _lines.reset(token)


def action(fn: Callable[P, R]) -> Callable[P, R]:
    """Make a function an action: keyword arguments only, `by` among them, one trail line."""
    parameters = inspect.signature(fn).parameters
    if "by" not in parameters:
        raise TypeError(f"{fn.__qualname__} must say who acts: add a `by` argument")
    if any(p.kind not in {p.KEYWORD_ONLY, p.VAR_KEYWORD} for p in parameters.values()):
        raise TypeError(f"{fn.__qualname__} must take keyword arguments only")

    @wraps(fn)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        with writing() as lines, acting(cast(Actor, kwargs["by"])):
            result = _unless_it_is_over(fn)(*args, **kwargs)
            if len(lines) != 1:
                raise LeftNoTrail(f"{fn.__qualname__} left {len(lines)} lines")
            return result

    run.is_action = True  # type: ignore[attr-defined]
    return run


def _unless_it_is_over(fn: Callable[P, R]) -> Callable[P, R]:
    """Nothing is written about somebody whose data were erased, nor in a file that went elsewhere:
    a refusal, not a fault."""

    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return fn(*args, **kwargs)
        except Erased as gone:
            raise Refused(_("Dữ liệu này đã được xóa trước đó.")) from gone
        except DatabaseError as error:
            if getattr(error.__cause__, "sqlstate", "") != MOVED:
                raise
            raise Refused(_("Hồ sơ này đã chuyển sang nơi khác, chỉ còn xem được.")) from error

    return run


def part(fn: Callable[P, R]) -> Callable[P, R]:
    """Make a function a part of other actions: it writes, and their line speaks for it."""

    @wraps(fn)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        if _lines.get() is None:
            raise WroteOutsideAction(fn.__qualname__)
        return fn(*args, **kwargs)

    run.is_part = True  # type: ignore[attr-defined]
    return run


def together(fn: Callable[P, R]) -> Callable[P, R]:
    """Make a function a step across domains: several actions, all of them or none.

    It writes nothing itself; each action leaves its own line.
    """

    @wraps(fn)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        with transaction.atomic(), acting(cast(Actor, kwargs["by"])):
            return fn(*args, **kwargs)

    run.is_together = True  # type: ignore[attr-defined]
    return run


def note(
    verb: str,
    *,
    by: Any,
    about: models.Model | None,
    shared: bool = False,
    **facts: trail.Fact,
) -> None:
    """Leave the line of the action that is running.

    `shared` lines are seen by every agency that takes part in the file; facts are codes,
    numbers and ids, never words about a person.
    """
    lines = _lines.get()
    if lines is None:
        raise WroteOutsideAction(f"trail: {verb}")
    trail.append(verb, by=by, about=about, shared=shared, facts=facts)
    lines.append(verb)


class RecordQuerySet(models.QuerySet):
    """A queryset whose bulk writes use the same door."""

    def update(self, **kwargs: Any) -> int:
        _require_action(self.model)
        return super().update(**kwargs)

    def bulk_create(self, objs: Any, *args: Any, **kwargs: Any) -> Any:
        _require_action(self.model)
        return super().bulk_create(objs, *args, **kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        _require_action(self.model)
        return super().delete()

    def visible_to(self, member: Any, *, one: bool = False) -> "RecordQuerySet":
        """The rows this member may reach: the same rule that row security enforces.

        one: a single row will be named, so doors are asked for by row and not as a whole.
        """
        return self.filter(guard_of(self.model).q(member, one=one))

    def visible_by(self, way: Way, member: Any) -> "RecordQuerySet":
        """The rows this member reaches in one of the ways that the guard declares.

        For counting: what is reached in two ways is quicker counted apart.
        """
        if way not in guard_of(self.model).see:
            raise ValueError("rows are reached in no other way than the guard declares")
        return self.filter(way.q_of_many(member), guard_of(self.model).shown())


def guard_of(model: type[models.Model]) -> Guard:
    """The guard a model declares."""
    guard = getattr(model, "guarded", None)
    if not isinstance(guard, Guard):
        raise TypeError(f"{model._meta.label} declares no guard")
    return guard


class Record(models.Model):
    """Base of every table that holds field data."""

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, but only inside an action."""
        _require_action(type(self))
        if (names := kwargs.get("update_fields")) is not None:
            kwargs["update_fields"] = columns_of(type(self), names)
        super().save(*args, **kwargs)

    def refresh_from_db(
        self, using: Any = None, fields: Any = None, from_queryset: Any = None
    ) -> None:
        """Read again what the database says now."""
        names = None if fields is None else columns_of(type(self), fields)
        super().refresh_from_db(using, names, from_queryset)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete, but only inside an action."""
        _require_action(type(self))
        return super().delete(*args, **kwargs)


def _require_action(model: type[models.Model]) -> None:
    if _lines.get() is None:
        raise WroteOutsideAction(model._meta.label)
