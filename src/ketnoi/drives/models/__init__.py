"""Nouns of a drive."""

from ketnoi.drives.models.drives import Drive, Evidence
from ketnoi.drives.models.goods import GoodsEntry, Need
from ketnoi.drives.models.pledges import OfferHour, Pledge

__all__ = ["Drive", "Evidence", "GoodsEntry", "Need", "OfferHour", "Pledge"]
