"""An annotation as a Doc carries it: the working memory itself, shown as plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any

import srsly

from camket.convert import to_dict
from camket.pipeline import ASSIGNS, STEPS
from camket.scoring.observed import Observed


class Stored(Mapping[str, Any]):
    """What the steps have found so far, as the dictionary that is stored with the Doc.

    Most Docs are read in the process that made them and never stored, so nothing is made plain before it is asked for.
    Pickled, copied or packed by spaCy it becomes a plain dictionary.

    Parameters
    ----------
    observed : Observed
        The working memory of the Doc's item.

    Examples
    --------
    >>> from camket.pipeline import observe
    >>> from camket.records import Item
    >>> stored = Stored(observe(Item("Tăng cường tuyên truyền.", "commitment")))
    >>> stored.steps["camket_times"] = None
    >>> dict(stored)
    {'times': []}
    """

    __slots__ = ("observed", "steps")

    def __init__(self, observed: Observed) -> None:
        self.observed = observed
        # Those that have run, in order; what others would set is not known.
        self.steps: dict[str, None] = {}

    @property
    def is_whole(self) -> bool:
        """Whether all steps have run."""
        return len(self.steps) == len(STEPS)

    def records(self, name: str) -> Any:
        """A field as it is, its records not made plain.

        Raises
        ------
        KeyError
            Where no step has set it yet.
        """
        if name not in self._names():
            raise KeyError(name)
        return getattr(self.observed, name)

    def _names(self) -> dict[str, None]:
        return dict.fromkeys(chain.from_iterable(map(ASSIGNS.__getitem__, self.steps)))

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
