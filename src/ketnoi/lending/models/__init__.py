"""Loans with their schedules, entries and forgiveness; savings groups and their books."""

from ketnoi.lending.models.books import Entry, Loan
from ketnoi.lending.models.easing import Forgiveness, Schedule
from ketnoi.lending.models.groups import Group, GroupEntry, Saver

__all__ = ["Entry", "Forgiveness", "Group", "GroupEntry", "Loan", "Saver", "Schedule"]
