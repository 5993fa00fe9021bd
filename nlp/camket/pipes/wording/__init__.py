"""Wording: the words that make a promise vague or checkable, and those that tell how a thing stands."""

from camket.pipes.wording.finder import LABELS, add_phrases, find_wording_cues

__all__ = ["LABELS", "add_phrases", "find_wording_cues"]
