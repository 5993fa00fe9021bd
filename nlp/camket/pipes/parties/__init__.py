"""Parties: the organisations and office-holders that an item names as responsible."""

from camket.pipes.parties.cues import find_party_cues
from camket.pipes.parties.finder import find_parties

__all__ = ["find_parties", "find_party_cues"]
