"""Nouns of vigilance."""

from ketnoi.vigilance.models.reading import HandOver, Sighting, Triage
from ketnoi.vigilance.models.tips import Desk, Message, Tip

__all__ = ["Desk", "HandOver", "Message", "Sighting", "Tip", "Triage"]
