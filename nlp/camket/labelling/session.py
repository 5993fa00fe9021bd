"""One sitting of labelling: where the person is in the queue, and the way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from camket.labelling.queue import Candidate
from camket.labelling.store import Store


class Session:
    """Goes through candidates; each answer is stored at once.

    Parameters
    ----------
    candidates : sequence of Candidate
        The least certain first.
    store : Store
    number : int
        How many labels to ask for.

    Attributes
    ----------
    given : dict
        Labels of this sitting by id.
    """

    def __init__(self, candidates: Sequence[Candidate], store: Store, number: int) -> None:
        self.candidates = candidates
        self.store = store
        self.number = number
        self.given: dict[str, Mapping[str, Any]] = {}
        self._place = 0

    @property
    def current(self) -> Candidate | None:
        """The item to be asked about; None at the end."""
        if len(self.given) >= self.number or self._place >= len(self.candidates):
            return None
        return self.candidates[self._place]

    def label(self, label: Mapping[str, Any]) -> None:
        """Store the answer and go on.

        Raises
        ------
        OSError
            Where the label can't be written; the session stays where it is.
        """
        self.store.append(label)
        self.given[str(label["id"])] = label
        self._place += 1

    def skip(self) -> None:
        """Go on without an answer; the item comes again in another sitting."""
        self._place += 1

    def back(self) -> None:
        """Return to the item before; a new answer replaces the one given."""
        self._place = max(0, self._place - 1)
