"""An annotation as a Doc carries it: records as they are, shown as plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any, cast

import srsly

from camket.convert import to_dict
from camket.pipeline import ASSIGNS, STEPS, observe
from camket.records import Annotation
from camket.scoring.observed import Observed

FIELDS = tuple(dict.fromkeys(chain.from_iterable(ASSIGNS.values())))


class Stored(Mapping[str, Any]):
    """What the steps have found so far, as the dictionary that is stored with the Doc.

    Most Docs are read in the process that made them and never stored, so nothing is made plain before it is asked for.
    Pickled, copied or packed by spaCy it becomes a plain dictionary.

    Parameters
    ----------
    observed : Observed
        The working memory of the Doc's item. It is let go when all steps have run: it holds twice as many objects as
        the annotation, and the garbage collector would walk over all of them.

    Attributes
    ----------
    annotation : Annotation or None
        What all steps have found; None while one is missing.

    Examples
    --------
    >>> from camket.records import Item
    >>> stored = Stored(observe(Item("Tăng cường tuyên truyền.", "commitment")))
    >>> stored.add("camket_times")
    >>> dict(stored)
    {'times': []}
    """

    __slots__ = ("_observed", "_steps", "annotation")

    def __init__(self, observed: Observed) -> None:
        self.annotation: Annotation | None = None
        self._observed: Observed | None = observed
        # Those that have run, in order; what others would set is not known.
        self._steps: dict[str, None] = {}

    def add(self, step: str) -> None:
        """Let the fields of a step be known; it has set them in the working memory."""
        self._steps[step] = None
        if len(self._steps) == len(STEPS):
            self.annotation, self._observed = self.observed.annotation(), None

    @property
    def observed(self) -> Observed:
        """The working memory, made anew where a step runs again on a finished Doc."""
        if self._observed is None:
            self._observed = observe(cast(Annotation, self.annotation).item)
            for name in FIELDS:
                setattr(self._observed, name, self.records(name))
        return self._observed

    def records(self, name: str) -> Any:
        """A field as it is, its records not made plain.

        Raises
        ------
        KeyError
            Where no step has set it yet.
        """
        if name not in self._names():
            raise KeyError(name)
        done = self.annotation
        parts = (self._observed,) if done is None else (done.evidence, done.judgement, done)
        return next(getattr(part, name) for part in parts if hasattr(part, name))

    def _names(self) -> dict[str, None]:
        return dict.fromkeys(chain.from_iterable(map(ASSIGNS.__getitem__, self._steps)))

    def __getitem__(self, name: str) -> Any:
        return to_dict(self.records(name))

    def __iter__(self) -> Iterator[str]:
        return iter(self._names())

    def __len__(self) -> int:
        return len(self._names())

    def __repr__(self) -> str:
        return repr(dict(self))

    def __reduce__(self) -> tuple[type[dict[str, Any]], tuple[dict[str, Any]]]:
        return dict, (dict(self),)


def _pack(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """Make it plain for ``Doc.to_bytes``, ``DocBin`` and other processes, which pack with MessagePack."""
    if isinstance(value, Stored):
        return dict(value)
    return value if chain is None else chain(value)


srsly.msgpack_encoders.register("camket", func=_pack)
