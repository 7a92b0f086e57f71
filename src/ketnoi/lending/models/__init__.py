"""Loans with their schedules, entries and forgiveness."""

from ketnoi.lending.models.books import Entry, Loan
from ketnoi.lending.models.easing import Forgiveness, Schedule

__all__ = ["Entry", "Forgiveness", "Loan", "Schedule"]
