"""Every step of :data:`camket.pipeline.STEPS` as a spaCy component that works in batches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from camket.collecting import no_collection
from camket.language.attributes import attribute
from camket.language.docs import get_observed, store
from camket.pipeline import ASSIGNS, BATCH, REQUIRES, STEPS


class StepComponent:
    """One step of the pipeline; it writes what it finds into the Doc (:data:`camket.pipeline.ASSIGNS`).

    Parameters
    ----------
    name : str
        Name of the component in its pipeline.
    step : str
        Key of :data:`camket.pipeline.STEPS`.
    """

    def __init__(self, name: str, step: str) -> None:
        self.name = name
        self.step = step

    def __call__(self, doc: Doc) -> Doc:
        """Process one Doc."""
        self._run([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = BATCH) -> Iterator[Doc]:
        """Process a stream in batches, as models are much faster on many items at once."""
        docs = iter(stream)
        while batch := self._next(docs, batch_size):
            yield from batch

    def _next(self, docs: Iterator[Doc], size: int) -> list[Doc]:
        # The stream is that of the component before, back to where the Docs are made: all of a batch is made with the
        # collector off, and it looks at the batch once, not after each step.
        with no_collection():
            batch = list(islice(docs, size))
            if batch:
                self._run(batch)
        return batch

    def _run(self, docs: list[Doc]) -> None:
        batch = list(map(get_observed, docs))
        STEPS[self.step](batch)
        for doc, observed in zip(docs, batch, strict=True):
            store(doc, observed, self.step)

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing to store: models ship with the package."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> StepComponent:
        """Counterpart of :meth:`to_bytes`."""
        return self

    def to_disk(self, _path: str | Path, **_: Any) -> None:
        """Nothing to store: models ship with the package."""

    def from_disk(self, _path: str | Path, **_: Any) -> StepComponent:
        """Counterpart of :meth:`to_disk`."""
        return self


def _attributes(fields: Iterable[str]) -> list[str]:
    """What ``nlp.analyze_pipes`` checks: the Doc's attributes (:mod:`camket.language.attributes`)."""
    return [attribute(name) for name in fields]


def _register(step: str) -> Callable[[Language, str], StepComponent]:
    @Language.factory(step, assigns=_attributes(ASSIGNS[step]), requires=_attributes(REQUIRES[step]))
    def factory(nlp: Language, name: str) -> StepComponent:
        return StepComponent(name, step)

    found: Callable[[Language, str], StepComponent] = factory
    return found


# The entry points "spacy_factories" name these, so that spaCy finds them where camket was not imported.
factories = SimpleNamespace(**{step: _register(step) for step in STEPS})
