"""Work that is done later, kept in PostgreSQL with the transaction that asked for it."""

from procrastinate.contrib.django import app

task = app.task
periodic = app.periodic

__all__ = ["app", "periodic", "task"]
